"""The newsroom's one door: what is warned of, and the project's own content."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from plugins.newsroom import published
from plugins.newsroom.originals import Original
from tests.newsroom.project import BARE, NOW, Project, news, write

N = "content/aktualnosci/n.md"
SAMPLE = Path(__file__).resolve().parents[2]
FILM = "film:\n  link: https://film.example/1\n"


def warned(root: Path, files: dict[str, str]) -> list[str]:
    write(root, {**BARE, **files})
    project = Project(root)
    cold = project.prepare().warnings
    assert project.prepare().warnings == cold
    return [str(warning) for warning in cold]


def test_a_reference_to_what_is_not_published_is_left_out_with_a_word(tmp_path: Path) -> None:
    files = {
        N: news("zobacz także: aktualnosci/d\n", "x\n\n[y](d.md)"),
        "content/aktualnosci/d.md": news("stan publikacji: szkic\n"),
    }
    message = "„aktualnosci/d” nie jest opublikowane – odnośnik pominięto"
    message += " (reguła „nieopublikowany rekord”)"
    assert warned(tmp_path, files) == [f"{N}:4: zobacz także: {message}", f"{N}:9: {message}"]


def test_text_lost_behind_a_hash_is_told_in_every_run(tmp_path: Path) -> None:
    assert warned(tmp_path, {N: news("streszczenie: numer #1\n")}) == [
        f"{N}:4: streszczenie: tekst po „#” zniknie – ujmij całą wartość w cudzysłów"
    ]


def test_a_document_that_nobody_gives_to_readers_is_told(tmp_path: Path) -> None:
    """Saved by Word among the records it seems published, and is not."""
    given = "załączniki:\n  - plik: plan.rtf\n    opis: Plan osiedla\n"
    lost = "content/aktualnosci/nowy wpis.DOCX"
    files = {
        N: news(given),
        "content/aktualnosci/plan.rtf": "{\\rtf1 Plan}",
        "content/media/wzór.docx": "PK",
        lost: "PK",
    }
    message = "dokument nie jest wpisem i żaden wpis go nie podaje – wczytaj go: ./debaty import"
    assert warned(tmp_path, files) == [f'{lost}: {message} "{lost}"']


@pytest.mark.parametrize(
    ("head", "published_on"),
    [(f"{FILM}  data transmisji: 2026-02-20\n", "2026-02-20"), (FILM, "2020-09-22")],
)
def test_captions_that_may_wait_are_asked_for(tmp_path: Path, head: str, published_on: str) -> None:
    found = warned(tmp_path, {N: news(head, published=published_on)})
    assert [line.split(" – ")[0] for line in found] == [
        f"{N}:4: film.napisy: brak",
        f"{N}:4: film.transkrypcja: brak",
    ]


def test_captions_of_a_live_stream_are_due_after_fourteen_days(tmp_path: Path) -> None:
    live = NOW.date() - timedelta(days=14)
    write(tmp_path, {**BARE, N: news(f"{FILM}  data transmisji: {live}\n")})
    project = Project(tmp_path)
    assert project.problems(NOW) == ()
    assert len(project.problems(NOW + timedelta(days=1))) == 2


def test_an_exempt_film_is_asked_nothing(tmp_path: Path) -> None:
    assert warned(tmp_path, {N: news(f"{FILM}  wyłączenie: art. 3 ust. 2 pkt 1\n")}) == []


def test_the_project_s_own_content_is_right_on_every_day() -> None:
    project = Project(SAMPLE)
    for years in range(-3, 4):
        assert project.problems(NOW + timedelta(days=365 * years)) == ()


@pytest.mark.parametrize(
    ("width", "widths", "shown"),
    [
        (300, [300], 300),
        (480, [480], 480),
        (1000, [480, 780, 1000], 780),
        (4000, [480, 780, 1560], 780),
    ],
)
def test_no_variant_of_a_picture_is_wider_than_it(
    width: int, widths: list[int], shown: int
) -> None:
    picture = published.picture(Original("content/media/Rynek ó.png", "ab" * 16, 9, width, 200))
    assert [size for _, size in picture.sources] == widths
    assert picture.width == shown
    assert all(src.startswith("/obrazy/rynek-o-abababab-") for src, _ in picture.sources)


def test_a_download_keeps_its_type_and_carries_its_digest() -> None:
    original = Original("content/media/Regulamin ŁÓDŹ.PDF", "cd" * 16, 9)
    assert published.download(original) == "/pliki/regulamin-lodz-cdcdcdcd.pdf"
    assert published.download(Original("a/….csv", "cd" * 16, 9)) == "/pliki/plik-cdcdcdcd.csv"


@pytest.mark.parametrize(
    "head",
    [
        "data aktualizacji: 2026-03-05 15:00\n",
        "zmiany:\n  - kiedy: 2026-03-05 15:00\n    co: miejsce\n    powód: Remont.\n",
    ],
)
def test_what_comes_within_a_day_is_news_to_every_view(tmp_path: Path, head: str) -> None:
    write(tmp_path, {**BARE, N: news(head)})
    project = Project(tmp_path)
    hours = [project.prepare(NOW.replace(hour=hour)).basis for hour in (10, 14, 16, 17)]
    assert hours[0] == hours[1] != hours[2] == hours[3]
