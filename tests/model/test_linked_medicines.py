"""Medicines are marked by name, by whole words, and only those that the literature lists."""

from __future__ import annotations

import pytest

from diary.model.linked_medicines import NAMES, LinkedClass, linked_class


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hydrochlorothiazide 25 mg", LinkedClass.THIAZIDE),
        ("Ramipril/HCT 5/25", LinkedClass.THIAZIDE),
        ("FUROSEMIDE", LinkedClass.LOOP),
        ("Furosémide", LinkedClass.LOOP),
        ("Spironolactone", LinkedClass.POTASSIUM_SPARING),
        ("Atorvastatin-ratiopharm 20", LinkedClass.STATIN),
        ("Lipitor", LinkedClass.STATIN),
        ("Symbicort Turbohaler", LinkedClass.LONG_ACTING_BETA_AGONIST),
        ("iron  sucrose (Venofer)", LinkedClass.IRON_SUCROSE),
        ("Premarin", LinkedClass.CONJUGATED_ESTROGENS),
        ("raloxifene", LinkedClass.RALOXIFENE),
        ("Naproxen 500", LinkedClass.NAPROXEN),
        ("Forsteo", LinkedClass.TERIPARATIDE),
        ("Adalat retard", LinkedClass.NIFEDIPINE),
        ("Salbutamol inhaler", LinkedClass.SHORT_ACTING_BETA_AGONIST),
        ("Bricanyl", LinkedClass.SHORT_ACTING_BETA_AGONIST),
        ("Аторвастатин-Тева 20 мг", LinkedClass.STATIN),
        ("辛伐他汀片20mg", LinkedClass.STATIN),
        ("アトルバスタチン錠", LinkedClass.STATIN),
        ("Σιμβαστατίνη", LinkedClass.STATIN),
        ("أتورفاستاتين ٢٠", LinkedClass.STATIN),
        ("फ्यूरोसेमाइड", LinkedClass.LOOP),
    ],
)
def test_a_listed_medicine_is_known_by_generic_and_brand_name(name: str, kind: LinkedClass) -> None:
    assert linked_class(name) is kind


@pytest.mark.parametrize(
    "name",
    ["Magnesium", "Paracetamol", "Nystatin", "Ibuprofen", "Amlodipine", "", "スタチン", "Unattended", "Магний", "镁"],
)
def test_what_is_not_listed_carries_no_mark(name: str) -> None:
    assert linked_class(name) is None


def test_every_class_has_names_in_small_letters_and_none_is_in_two() -> None:
    assert set(NAMES) == set(LinkedClass)
    listed = [name for names in NAMES.values() for name in names]
    assert len(listed) == len(set(listed))
    assert all(name == name.casefold() and linked_class(name) for name in listed)
