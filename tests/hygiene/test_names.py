"""Names of values, functions and classes are plain nouns of the field, so that nobody need learn a language of ours."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diary

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(diary.__file__).parent
DIALECT = {
    "told": "what it is: answers, words, headers, logged nights; a function that tells gives `…_sentence` or `…_words`",
    "untold": "missing, or not answered",
    "kept": "what is stored: the store, the saved nights; a choice that holds: `saved_…`",
    "made": "what came out: the report, the chart, the content",
    "those": "what they are: exposures, nights",
    "that": "what it is",
    "one": "what it is: factor, exposure, night; of two: first and second",
    "slip": "instance file",
    "knock": "control request",
}
"""Words that once named anything here, and what to say instead."""
NUMBERED = frozenset({"one_position"})
"""Names in which *one* is the number."""


def named(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a module gives to something, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name):
                yield name, node.lineno
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case _:
                pass


def words_of(name: str) -> list[str]:
    """The words of a name, in small letters: “AnswersToldAt” is answers, told, at."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def dialect_in(source: str) -> list[str]:
    """Each name of a source that speaks dialect, with what to say instead."""
    return [
        f"line {line}: {name}: say {DIALECT[word]}"
        for name, line in named(ast.parse(source))
        if name not in NUMBERED
        for word in words_of(name)
        if word in DIALECT
    ]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_name_speaks_dialect(path: Path) -> None:
    assert dialect_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "told = 1",
        "def f(one): ...",
        "class KeptNights: ...",
        "self.cramps_told_at = 1",
        "[x for those in y]",
        "for one in y: ...",
    ],
)
def test_the_test_above_sees_dialect_wherever_it_stands(source: str) -> None:
    assert len(dialect_in(source)) == 1


def test_no_two_classes_share_a_name() -> None:
    homes = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(path.relative_to(SOURCE).as_posix())
    assert {name: rooms for name, rooms in homes.items() if len(rooms) > 1} == {}
