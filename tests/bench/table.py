"""The sums of a run as a page: tests/bench/findings.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.people import REGIMES as BY_NAME
from tests.bench.rivals import RIVALS
from tests.bench.tally import Rate, Tally, any_false, false_share, found, share, together
from tests.bench.trial import OURS, WITH_POSSIBLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

REGIMES = tuple(BY_NAME)
LENGTHS = (30, 60, 90, 180, 365)
AS_ASKED, OWN, MANY_OWN = "4", "8", "14"
BOUND = 0.10
ODDS_RATIOS = (2, 3, 4, 6)

INTRODUCTION = """# How often the findings are right

Made-up diaries whose triggers are known: {people} of people without any trigger and {people} of people with one to three
in each cell; {asked} of each where they are asked as the program asks, nine questions of known direction and seven of unknown;
{own} of each where eight own factors of unknown direction are added, {many} where fourteen are. Seed {seed}.
What is made up, and how: [people](people.py), [habits](habits.py), [diaries](simulator.py). Each rate stands with its standard error. Made by

```text
{command}
```

*Ours* is what is highlighted: *likely* and *stands out*. The other three show whatever they call significant, of the
questions that can be judged by our rule; an own factor is never a trigger.
"""


def table(sums: dict[str, Any]) -> str:
    """The whole page."""
    cells = {key: Tally(tally) for key, tally in sums["cells"].items()}
    parts = [
        _introduction(sums),
        _per_cell("Any false highlight, in people without a trigger", cells, group="without", rate=any_false),
        _per_cell("The false share of what is shown, in people with triggers", cells, group="with", rate=false_share),
        _per_cell("The share of triggers found", cells, group="with", rate=found),
        _bounds(cells),
        _pairs(cells),
        _many(cells),
        _marks(cells),
        _again({regime: Tally(tally) for regime, tally in sums.get("again", {}).items()}),
        _by_odds(cells),
        _numbers(cells),
        _reference(sums["reference"]),
    ]
    return "\n".join(part for part in parts if part)


def command(sums: dict[str, Any]) -> str:
    """What makes these sums."""
    people = sums["people"]
    words = ["python -m tests.bench.findings", f"--people {people['0']}"]
    if people.get(OWN, 0) != people["0"]:
        words.append(f"--own-people {people.get(OWN, 0)}")
    if sums["reference"]:
        words.append(f"--reference-people {sums['reference']['people']}")
    return " ".join(words)


def _introduction(sums: dict[str, Any]) -> str:
    people = sums["people"]
    return INTRODUCTION.format(
        people=people["0"],
        asked=people.get(AS_ASKED, 0),
        own=people.get(OWN, 0),
        many=people.get(MANY_OWN, 0),
        seed=sums["seed"],
        command=command(sums),
    )


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _per_cell(title: str, cells: dict[str, Tally], *, group: str, rate: Callable[[Tally, str], Rate]) -> str:
    methods = [(name, "0") for name in (*RIVALS, OURS, WITH_POSSIBLE)] + [(OURS, AS_ASKED), (OURS, OWN)]
    heads = [
        *(name.replace("|", "\\|") for name in RIVALS),
        OURS,
        "with *possible*",
        "ours, as asked",
        "ours, 8 own more",
    ]
    rows, worst = [], [0.0] * len(methods)
    least = [1.0] * len(methods)
    for regime in REGIMES:
        for nights in LENGTHS:
            rates = [_rate(cells.get(f"{regime} {nights} {group} {own}"), name, rate) for name, own in methods]
            worst = [max(one, each.value if each else 0.0) for one, each in zip(worst, rates, strict=True)]
            least = [min(one, each.value if each else 1.0) for one, each in zip(least, rates, strict=True)]
            rows.append([regime, str(nights), *(str(each) if each else "" for each in rates)])
    if rate is not found:
        rows.append(["**worst**", "", *(f"**{each:.3f}**".replace("0.", ".") for each in worst)])
    return f"## {title}\n\n" + _rows(["regime", "nights", *heads], rows)


def _rate(tally: Tally | None, method: str, rate: Callable[[Tally, str], Rate]) -> Rate | None:
    return rate(tally, method) if tally else None


def bounds(cells: dict[str, Tally]) -> list[tuple[str, Rate, bool]]:
    """Each cell's rate that must stay at .10 + 2 standard errors, and whether it does."""
    kept = []
    for key, tally in cells.items():
        rate = (any_false if " without " in key else false_share)(tally, OURS)
        kept.append((key, rate, rate.value <= BOUND + 2 * rate.error))
    return kept


def _bounds(cells: dict[str, Tally]) -> str:
    told = bounds(cells)
    over = [f"{key}: {rate}" for key, rate, kept in told if not kept]
    above = [f"{key}: {rate}" for key, rate, kept in told if kept and rate.value > BOUND]
    kept = f"{len(told) - len(over)} of {len(told)} rates of *ours* are at most .10 + 2 standard errors"
    words = [
        f"{kept}." if not over else f"{kept}; not so: {'; '.join(over)}.",
        f"Above .10 itself: {'; '.join(above)}." if above else f"None{' other' if over else ''} is above .10 itself.",
    ]
    return (
        "## The bound\n\n"
        + "\n".join(words)
        + "\n(A cell is named by regime, nights, with or without triggers, and own factors added.)\n"
    )


def _pairs(cells: dict[str, Tally]) -> str:
    rows = []
    for nights in LENGTHS:
        row = [str(nights)]
        for group in ("without", "with"):
            tally = together(cells.get(f"{regime} {nights} {group} 0", Tally()) for regime in REGIMES)
            row.append(str(share(tally["pairs: diaries"], tally["diaries"])))
        row.append(_or_nothing(tally["pairs: diaries with a true one"], tally["pairs: diaries"]))
        rows.append(row)
    heads = ["nights", "shown, without a trigger", "shown, with triggers", "of these, with a trigger among them"]
    return "## *These two come together*\n\nOver all four regimes; not counted as a highlight above.\n\n" + _rows(
        heads, rows
    )


def _or_nothing(part: float, whole: float) -> str:
    return str(share(part, whole)) if whole else ""


def _many(cells: dict[str, Tally]) -> str:
    rows = []
    for key, tally in cells.items():
        regime, nights, group, own = key.split()
        if own == MANY_OWN and group == "without":
            other = cells[f"{regime} {nights} with {own}"]
            rows.append(
                [regime, nights, str(any_false(tally, OURS)), str(false_share(other, OURS)), str(found(other, OURS))]
            )
    title = "## Over thirty columns: fourteen own factors, sets of at most three\n\n"
    rows.sort(key=lambda row: (REGIMES.index(row[0]), int(row[1])))
    return title + _rows(["regime", "nights", "any false", "false share", "found"], rows) if rows else ""


def _marks(cells: dict[str, Tally]) -> str:
    rows = [[str(nights), *(false_marks(cells, nights, own) for own in ("0", AS_ASKED))] for nights in LENGTHS]
    return (
        "## Of all marks shown to all people, false ones\n\nHalf of the people have no trigger; the least and the most of "
        "the four regimes.\n\n" + _rows(["nights", "false", "false, as asked"], rows)
    )


def false_marks(cells: dict[str, Tally], nights: int, own: str) -> str:
    """Of all marks shown to all people, half of whom have no trigger, those that are false; least and most of the regimes."""
    false = []
    for regime in REGIMES:
        tally = together(cells.get(f"{regime} {nights} {group} {own}", Tally()) for group in ("without", "with"))
        if tally[f"{OURS}: shown"]:
            false.append(tally[f"{OURS}: false"] / tally[f"{OURS}: shown"])
    return f"{100 * min(false):.0f} to {100 * max(false):.0f} %" if false else ""


def false_marks_sentence(sums: dict[str, Any]) -> str:
    """What docs/method.md says of them."""
    cells = {key: Tally(tally) for key, tally in sums["cells"].items()}
    short, year = (false_marks(cells, nights, AS_ASKED) for nights in (90, 365))
    return f"Of all marks shown to all people, half of whom have no trigger, {short} are false at 90 nights and {year} at a year."


def _again(told: dict[str, Tally]) -> str:
    """Looking at every 28th night of a year, and answers bent by memory."""
    if not told:
        return ""
    rows = []
    for regime, tally in [*told.items(), ("all", together(told.values()))]:
        names = ("some look: highlighted", "some look: stands out", "bent: highlighted")
        rows.append([regime, f"{tally['people']:.0f}", *(str(share(tally[name], tally["people"])) for name in names)])
    heads = ["regime", "people", "highlighted at some look", "*stands out* at some look", "one look, bent answers"]
    return (
        "## Looking again and again, and memory after a bad night\n\nPeople without a trigger: who is shown one at some "
        "look of a year, one at every 28th logged night; and who at one look after 365 nights, where 8 % of “no” became "
        "“yes” on cramp nights only, and the cap on late answers did not hold it back.\n\n" + _rows(heads, rows)
    )


def _by_odds(cells: dict[str, Tally]) -> str:
    rows = []
    for nights in LENGTHS:
        tally = together(cells.get(f"{regime} {nights} with 0", Tally()) for regime in REGIMES)
        rows.append(
            [
                str(nights),
                *(
                    _or_nothing(tally[f"odds ratio {odds}: found"], tally[f"odds ratio {odds}: all"])
                    for odds in ODDS_RATIOS
                ),
            ]
        )
    heads = ["nights", *(f"odds times {odds}" for odds in ODDS_RATIOS)]
    return "## Found, by how strong the trigger is\n\nOver all four regimes.\n\n" + _rows(heads, rows)


def _numbers(cells: dict[str, Tally]) -> str:
    rows = []
    for tenth in range(4, 10):
        row = [f".{tenth} to " + (f".{tenth + 1}" if tenth < 9 else "1")]
        for regime in REGIMES:
            tally = together(
                tally for key, tally in cells.items() if key.startswith(f"{regime} ") and key.endswith(" with 0")
            )
            row.append(_or_nothing(tally[f"calibration {tenth}: true"], tally[f"calibration {tenth}: all"]))
        rows.append(row)
    whole = together(tally for key, tally in cells.items() if key.endswith(" with 0"))
    covered = share(whole["interval: covers"], whole["interval: all"]) if whole["interval: all"] else None
    return (
        "## Is the probability what it says?\n\nThe share of true ones among the findings of each probability, in people "
        "with triggers, all lengths together.\n\n"
        + _rows(["probability", *REGIMES], rows)
        + f"\nThe 95 % interval of a highlighted trigger's odds ratio holds the true one in {covered} of the cases.\n"
    )


def _reference(told: dict[str, Any]) -> str:
    if not told:
        return "## Beside the plain reference\n\nNot compared in this run.\n"
    whole = together(Tally(tally) for tally in told["cells"].values())
    theirs, ours = (
        whole[name] / whole["reference: triggers"] for name in ("reference: found", "reference: ours found")
    )
    return (
        f"## Beside the plain reference\n\nOn {whole['reference: diaries']} of these diaries with triggers, the first "
        f"{told['people']} of each cell, it finds {theirs:.3f} of the triggers and ours {ours:.3f}; "
        f"{whole['reference: differs']} highlights differ, and no probability by more than {told['largest']:.0e}.\n"
    )


def again_sentence(sums: dict[str, Any]) -> str:
    """What docs/method.md says of looking again and again, and of bent answers."""
    tally = together(Tally(each) for each in sums["again"].values())
    names = ("some look: highlighted", "some look: stands out", "bent: highlighted")
    rates = [share(tally[name], tally["people"]) for name in names]
    told = [f"{100 * rate.value:.0f} ± {100 * rate.error:.0f} %" for rate in rates]
    return f"The made-up people of our own benchmark are others; it finds {told[0]}, {told[1]} and {told[2]}."


def for_the_person(sums: dict[str, Any]) -> str:
    """The table of docs/findings.md, asked as the program asks: in plain words and whole per cents, over all four regimes."""
    cells = {key: Tally(tally) for key, tally in sums["cells"].items()}
    heads = [
        "Nights",
        "Nothing is there, yet something is shown",
        "Found: twice the odds",
        "Found: three times",
        "Found: six times",
        "Of all that is shown, chance",
    ]
    rows = []
    for nights in LENGTHS:
        without, with_ = (
            together(cells.get(f"{regime} {nights} {group} {AS_ASKED}", Tally()) for regime in REGIMES)
            for group in ("without", "with")
        )
        shares = [
            (without[f"{OURS}: diaries with a false one"], without["diaries"]),
            *((with_[f"odds ratio {odds}: found"], with_[f"odds ratio {odds}: all"]) for odds in (2, 3, 6)),
            (without[f"{OURS}: false"] + with_[f"{OURS}: false"], without[f"{OURS}: shown"] + with_[f"{OURS}: shown"]),
        ]
        rows.append([str(nights), *(_per_cent(part, whole) for part, whole in shares)])
    return _rows(heads, rows)


def _per_cent(part: float, whole: float) -> str:
    if not whole:
        return ""
    return "under 1 %" if 0 < part / whole < 0.005 else f"{100 * part / whole:.0f} %"
