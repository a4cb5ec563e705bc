from __future__ import annotations

from tests.bench.tap import Took, line


def test_medians_and_95th_percentiles_are_printed_of_both() -> None:
    took = [Took(saved=float(n), shown=2.0 * n) for n in range(1, 101)]
    assert line("diary", took) == "diary: saved 50 ms (96 ms), shown 101 ms (192 ms)"
