"""`python -m diary`: the command line."""

import sys

from diary.cli import run

sys.exit(run())
