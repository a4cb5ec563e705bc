"""The words on screen are all there for translators, and a translation is used."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import diary
from diary import language
from diary.language import mark, tr, trn, use
from diary.paths import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a translation; English is back afterwards."""
    words = Catalog(locale="de")
    words.add("No cramps", "Keine Krämpfe")
    words.add(("{n} night", "{n} nights"), ("{n} Nacht", "{n} Nächte"))
    messages = tmp_path / "de" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    with (messages / "diary.mo").open("wb") as file:
        write_mo(file, words)
    yield tmp_path
    language._in_use[0] = gettext.NullTranslations()


def test_the_template_for_translators_holds_every_text_of_the_program() -> None:
    source = Path(diary.__file__).parent
    found = {message for _, _, message, _, _ in extract_from_dir(str(source), keywords=KEYWORDS)}
    with (assets() / "locale" / "diary.pot").open("rb") as file:
        listed = {message.id for message in read_po(file) if message.id}
    assert listed == found, "Renew assets/locale/diary.pot with the command in CONTRIBUTING.md."


def test_without_a_translation_a_text_is_shown_as_it_is_written(tmp_path: Path) -> None:
    use(tmp_path, ["xx"])
    assert tr("No cramps") == "No cramps"
    assert [trn("{n} night", "{n} nights", count) for count in (0, 1, 2)] == ["{n} nights", "{n} night", "{n} nights"]


def test_a_translation_is_used_with_its_own_forms_of_count(folder: Path) -> None:
    use(folder, ["de"])
    assert tr("No cramps") == "Keine Krämpfe"
    assert trn("{n} night", "{n} nights", 1) == "{n} Nacht"
    assert trn("{n} night", "{n} nights", 2) == "{n} Nächte"
    assert tr("not translated yet") == "not translated yet"


def test_a_marked_text_is_translated_only_where_it_is_shown(folder: Path) -> None:
    use(folder, ["de"])
    assert mark("No cramps") == "No cramps"
