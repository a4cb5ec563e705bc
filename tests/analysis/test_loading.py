from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["finding", "words", "intervals", "interim", "cold_threshold"])
def test_what_screens_name_at_start_loads_no_slow_library(module: str) -> None:
    asked = f"import sys, diary.analysis.{module}; print({{'pandas', 'numpy', 'scipy'}} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
