"""The sample's records for other channels: whole, short enough, and never an invitation late."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk import child, looking
from plugins.desk.commands import main
from plugins.desk.exporting.matter import Matter, matter
from plugins.desk.exporting.note import note
from plugins.desk.exporting.post import LIMIT as POST_LIMIT
from plugins.desk.exporting.post import post
from plugins.desk.exporting.sms import LIMIT, sms
from plugins.newsroom import parsing
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.debate import Debate
from tests.desk.test_committed import git
from tests.newsroom.project import BARE, news, write

GSM = set(
    "@$\n\r_ !\"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
"""ASCII in the basic alphabet of 3GPP TS 23.038, each sign of which counts once."""


def seen_on(day: datetime) -> Catalogue:
    look = looking.look(child.ROOT, day)
    return Catalogue(look.holdings, look.originals, drafts=True)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return seen_on(datetime(2026, 11, 22, 12, tzinfo=WARSAW))


def told(catalogue: Catalogue, name: str) -> Matter:
    record = catalogue.holdings.by_target[name]
    return matter(catalogue, record)


def test_every_record_fits_one_sms_with_its_address(catalogue: Catalogue) -> None:
    for record in catalogue.listed:
        one = matter(catalogue, record)
        text = sms(one)
        assert len(text) <= LIMIT, text
        assert set(text) <= GSM, text
        assert text.endswith(one.link), text


def test_every_record_fits_one_post_with_its_address(catalogue: Catalogue) -> None:
    for record in catalogue.listed:
        one = matter(catalogue, record)
        text, link = post(one).rstrip("\n").split("\n\n")[:2]
        assert len(text) + 2 + len(link) <= POST_LIMIT, text
        assert link == one.link


def test_what_nobody_can_read_yet_is_not_to_be_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """New, or changed since it was last sent: residents would find another page, or none."""
    write(tmp_path, {**BARE, (path := "content/aktualnosci/n.md"): news(published="2026-02-20")})
    monkeypatch.setattr(child, "ROOT", tmp_path)
    git(tmp_path, "init", "-q")
    said = []
    for step in ("new", "sent", "changed"):
        if step == "sent":
            git(tmp_path, "add", "-A")
            git(tmp_path, "commit", "-q", "-m", "x")
        if step == "changed":
            write(tmp_path, {path: news(published="2026-02-20", body="Inna treść.")})
        assert main(["export", "n", "--jako", "sms"]) == 0
        said.append("nie wysyłaj" in capsys.readouterr().err)
    assert said == [True, False, True]


def test_an_invitation_says_when_and_where(catalogue: Catalogue) -> None:
    one = told(catalogue, "debaty/kto-naprawde-dzwoni")
    assert sms(one).startswith("Debata czw. 3.12 11:00, Klub Seniora: Kto naprawde dzwoni?")
    assert "czwartek, 3 grudnia 2026 r., godz. 11:00" in post(one)
    assert "ul. Ogrodowa 15" in post(one)


def test_a_change_comes_first(catalogue: Catalogue) -> None:
    one = told(catalogue, "debaty/okolice-dworca-wieczorem")
    assert sms(one).startswith("ZMIANA TERMINU debaty na czw. 10.12 17:00")
    assert "Powód: W Domu Kultury „Latarnia”" in note(one, "", catalogue.today)
    off = told(catalogue, "debaty/wieczory-na-rynku")
    assert sms(off).startswith("ODWOLANA debata czw. 18.06 18:00")


def test_nobody_is_invited_to_what_is_over(catalogue: Catalogue) -> None:
    for record in catalogue.debates:
        if not catalogue.phase(record).is_ahead:
            one = matter(catalogue, record)
            assert "Zapraszamy" not in post(one)
            assert not sms(one).startswith("Debata ")


def test_a_debate_with_its_report_is_told_by_the_report(catalogue: Catalogue) -> None:
    assert told(catalogue, "debaty/lato-nad-zalewem").link.endswith("/#sprawozdanie")


def test_a_note_holds_every_paragraph_and_whom_to_ask(catalogue: Catalogue) -> None:
    one = told(catalogue, "debaty/okolice-dworca-wieczorem")
    path = one.record.path
    _, texts = parsing.parse(path, (child.ROOT / path).read_bytes())
    text = note(one, "".join(texts.values()), catalogue.today)
    assert text.startswith(
        "KOMENDA MIEJSKA POLICJI W PRZYKŁADOWIE\n\nPrzykładów, 22 listopada 2026 r."
    )
    assert "\n– jak często w tunelu gasną lampy i kto je wymienia,\n" in text
    assert "NOWY TERMIN\n\nZamiast 26 listopada" in text
    assert "asp. szt. Katarzyna Umowna, oficer prasowy\ntel. 47 700 00 15" in text
    assert "\N{NO-BREAK SPACE}" not in text


def test_an_announcement_is_an_invitation_until_its_day() -> None:
    early = seen_on(datetime(2026, 11, 10, 12, tzinfo=WARSAW))
    one = told(early, "debaty/park-miejski-po-zmroku")
    assert isinstance(one.record, Debate)
    assert post(one).startswith("Zapraszamy na debatę „Park Miejski po zmroku”.")
