"""The documents say what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from diary.analysis.finding import Finding, Verdict, to_plain
from diary.cli.commands import commands
from diary.model.built_in import BUILT_IN
from diary.model.factors import Choice

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SAFETY = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/**/*.md"))


def part_of(command: str) -> str:
    """The part of the command-line page that tells of one command."""
    return COMMAND_LINE.split(f"\n## {command}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", commands.commands)
def test_every_command_has_its_part_in_the_docs_and_a_help_text(name: str) -> None:
    assert commands.commands[name].help
    assert part_of(name).strip()


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option)
        for name, command in commands.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ],
)
def test_every_option_of_a_command_is_told_in_its_part(name: str, option: str) -> None:
    text = COMMAND_LINE.split("\n## ")[0] if option == "--data" else part_of(name)
    assert f"`{option}" in text


def test_the_docs_tell_of_no_option_that_there_is_not() -> None:
    there = {
        option for command in commands.commands.values() for parameter in command.params for option in parameter.opts
    }
    told = set(re.findall(r"--[a-z][a-z-]+", COMMAND_LINE))
    assert told <= there | {"--help", "--version"}


def test_every_factor_that_can_be_set_is_told_with_its_options() -> None:
    rows = [line.split("|") for line in part_of("log").split("What can be set:")[1].splitlines() if "|" in line]
    for factor in BUILT_IN:
        values = next(cells[2] for cells in rows if f"`{factor.key}`" in cells[1])
        if isinstance(factor.kind, Choice):
            assert values.count("`") == 2 * len(factor.kind.options)
            assert all(f"`{option.key}`" in values for option in factor.kind.options)


def test_every_field_of_a_finding_is_told() -> None:
    nothing = Finding("socks", 0, 0, 0, 0, unknown=0, verdict=Verdict.NOT_ENOUGH_NIGHTS)
    assert all(f"`{field}`" in part_of("findings") for field in to_plain(nothing))


def test_the_readme_gives_exactly_two_commands_that_set_up_and_run() -> None:
    lines = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert [line.rpartition(" ")[2] for line in lines] == ["main.py", "pytest"]
    assert all(line.startswith("python3 -m venv .venv && ") and "\n" not in line for line in lines)
    assert [line for line in README.splitlines() if line.startswith("python3 -m venv")] == lines


def test_every_link_between_the_documents_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_promise_of_safety_names_a_test_that_there_is() -> None:
    lines = [
        line
        for line in SAFETY.partition("\n## Not promised")[0].splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| Promise"))
    ]
    for line in lines:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line)
        assert named, line
        for file, name in named:
            assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8"), name


def test_every_decision_is_linked_from_contributing() -> None:
    for decision in (ROOT / "docs" / "decisions").glob("*.md"):
        assert f"(docs/decisions/{decision.name})" in CONTRIBUTING
