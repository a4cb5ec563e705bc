from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.exchange.cells import cell, escape_formulas, unescape_formulas

if TYPE_CHECKING:
    from diary.model.factors import Value

AWKWARD = st.text(st.sampled_from("=+-@'\"\t\r\n;, \u00a0ax1\uff1d\uff0b\uff0d\uff20🌙"), max_size=12) | st.text(
    max_size=30
)


@given(text=AWKWARD)
def test_what_was_escaped_is_read_back_as_it_was_written(text: str) -> None:
    assert unescape_formulas(escape_formulas(text)) == text


@given(text=AWKWARD)
def test_no_formula_can_begin_in_a_cell_however_a_spreadsheet_cuts_it(text: str) -> None:
    for piece in re.split(r"[;\n\r\t]", escape_formulas(text)):
        assert not re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", piece)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+49 171", "'+49 171"),
        ("-slept badly", "'-slept badly"),
        ("@home", "'@home"),
        ("\t=1", "'\t'=1"),
        ("\rx", "'\rx"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("'tis", "''tis"),
        ("hot;=1", "hot;'=1"),
        ("- hot\n- loud", "'- hot\n'- loud"),
        ("a = b, c - d", "a = b, c - d"),
        ("don't", "don't"),
        ("", ""),
    ],
)
def test_an_apostrophe_stands_where_a_formula_could_begin_and_nowhere_else(text: str, safe: str) -> None:
    assert escape_formulas(text) == safe


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (-5.0, "-5"),
        (16.5, "16.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1234567.0, "1234567"),
        (7, "7"),
        (dt.time(22, 5), "22:05"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (dt.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04"),
        ("thin", "thin"),
    ],
)
def test_each_kind_of_value_has_its_form(value: Value | dt.date | None, told: str) -> None:
    assert cell(value) == told
