"""Names that nobody can tell apart are one name, and all others are two."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.same_name import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mu\u0308ller"),
        ("MÜLLER", "mu\u0308ller"),
        (" Müller  tea ", "Müller\u00a0tea"),
        ("Straße", "STRASSE"),
        ("µg", "μg"),
        ("ΟΔΟΣ", "οδος"),
        ("ᾳ̈", unicodedata.normalize("NFD", "ᾼ̈")),
        ("Mag\u00adnesium", "Magnesium"),
    ],
)
def test_case_blanks_and_how_letters_are_composed_make_no_other_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Müde", "Mude"), ("がん", "かん"), ("CO2", "CO₂"), ("Tea", "Tea 2")])
def test_an_accent_or_a_sign_makes_another_name(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_a_name_is_the_same_in_every_form_of_composition(name: str) -> None:
    assert (
        name_key(unicodedata.normalize("NFD", name)) == name_key(unicodedata.normalize("NFC", name)) == name_key(name)
    )
    assert name_key(name_key(name)) == name_key(name)
