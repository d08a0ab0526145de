"""The built site before judges that we did not write."""

from __future__ import annotations

import subprocess
from pathlib import Path

import feedparser

from tests.site.project import Project

POLICY = ".*violates Content Security Policy.*"
"""Vnu reads files, of which none is 'self', and takes JSON-LD, which is data, for a script; what
the policy of a page really blocks, a browser tells in test_access.py and in tests/hostile."""


def test_every_page_is_valid_html(sample: Project, java: Path, vnu: Path) -> None:
    words = ["--stdout", "--format", "gnu", "--filterpattern", POLICY, "--skip-non-html"]
    done = subprocess.run(
        [java, "-jar", vnu, *words, sample.output],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_the_stylesheets_are_valid(sample: Project, java: Path, vnu: Path) -> None:
    sheets = sorted((sample.output / "theme").glob("*.css"))
    assert [sheet.name.partition(".")[0] for sheet in sheets] == ["debaty", "kanal"]
    done = subprocess.run(
        [java, "-jar", vnu, "--stdout", "--format", "gnu", "--css", *sheets],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_no_link_or_anchor_is_broken(sample: Project, lychee: Path) -> None:
    done = subprocess.run(
        [
            lychee,
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--root-dir",
            sample.output,
            "--index-files",
            "index.html",
            sample.output,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_feed_reads_as_it_was_written(sample: Project) -> None:
    feed = feedparser.parse((sample.output / "kanaly/wszystko.rss.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.link == "https://policja.przykladow.example/"
    assert feed.feed.language == "pl"
    assert 20 <= len(feed.entries) <= 30
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("tag:policja.przykladow.example,2024:") for one in ids)
    days = [entry.published_parsed for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    titles = " ".join(entry.title for entry in feed.entries)
    assert "Park Miejski po zmroku" in titles
    assert "ą" in titles
    assert not any("\xa0" in entry.title for entry in feed.entries)


def test_a_feeds_addresses_are_whole(sample: Project) -> None:
    feed = feedparser.parse((sample.output / "kanaly/wszystko.rss.xml").read_bytes())
    contents = [entry.content[0].value for entry in feed.entries if "content" in entry]
    assert contents
    assert not any('href="/' in html or 'src="/' in html for html in contents)
    assert not any("rekord:" in html or "obraz:" in html for html in contents)
