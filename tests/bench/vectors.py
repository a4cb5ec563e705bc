"""Renew the outputs in tests/data/testvectors.json from the plain method, after the method has changed.

    python -m tests.bench.vectors

The inputs stay: nights, cramps, answers, weekday of each morning, and which questions are of unknown direction.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.plain import PlainNights, analyse, on_two_days, without_leaning

VECTORS = Path(__file__).parents[1] / "data" / "testvectors.json"
DIGITS = 9
NAMES = ((0.90, "strong"), (0.60, "likely"), (0.40, "possible"))


def plain_nights(vector: dict[str, Any]) -> PlainNights:
    """The inputs of a vector."""
    exposed = np.array(vector["X"], dtype=float)
    return PlainNights(
        np.array(vector["nights"], dtype=float),
        np.array(vector["y"], dtype=float),
        np.array(vector["weekday"], dtype=np.intp),
        exposed,
        vector["two_sided"],
        line_of(vector),
        suspected_in(vector),
        vector.get("later"),
    )


def suspected_in(vector: dict[str, Any]) -> list[bool]:
    """By question, whether the person suspected it beforehand."""
    return [place == vector.get("suspected") for place in range(len(vector["X"][0]))]


def line_of(vector: dict[str, Any]) -> Any:
    """Nights by questions: of the one with degrees, from its 10th percentile to its 90th; of the one that works later, both days."""
    line = np.full((len(vector["y"]), len(vector["X"][0])), np.nan)
    if "amount" in vector:
        amount = np.array(vector["amount"], dtype=float)
        low, high = np.nanpercentile(amount, [10, 90])
        line[:, vector["graded"]] = np.minimum(1, np.maximum(0, (amount - low) / (high - low)))
    if "later" in vector:
        answers = np.array(vector["X"], dtype=float)[:, vector["later"]]
        line[:, vector["later"]] = on_two_days(np.array(vector["nights"], dtype=float), answers)
    return line


def renewed(vector: dict[str, Any]) -> dict[str, Any]:
    """The vector with what the plain method says of its inputs."""
    nights = plain_nights(vector)
    result = analyse(nights)
    leaned = analyse(without_leaning(nights), result.judged)
    probability = result.probability
    shown = {place: _name(each) for place, each in enumerate(probability) if each >= NAMES[-1][0]}
    return vector | {
        "assessable": [place in result.judged for place in range(len(probability))],
        "probability": _rounded(probability),
        "logor": _rounded(result.log_odds_ratio),
        "lo": _rounded(result.low),
        "hi": _rounded(result.high),
        "joint": [_rounded(row) for row in result.joint.tolist()],
        "less": [direction < 0 for direction in result.direction],
        "highlights": shown if max(probability) >= NAMES[1][0] else {},
        "any": round(result.probability_of_any(result.judged), DIGITS),
        "unleaned": _rounded(leaned.probability),
    }


def _name(probability: float) -> str:
    return next(name for least, name in NAMES if probability >= least)


def _rounded(values: list[Any]) -> list[Any]:
    return [None if value is None else round(value, DIGITS) for value in values]


if __name__ == "__main__":
    vectors = [renewed(vector) for vector in json.loads(VECTORS.read_text(encoding="utf-8"))]
    VECTORS.write_text(json.dumps(vectors, separators=(",", ":")) + "\n", encoding="utf-8")
