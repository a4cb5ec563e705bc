"""The command line: the same acts as the screens, through the same book, without a window."""

from diary.cli.run import run

__all__ = ["run"]
