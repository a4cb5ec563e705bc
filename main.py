"""Opens the Night Cramp Diary: python main.py [--data FOLDER] [--demo] [--window] [--no-open] [--port N]."""

import sys

NOT_INSTALLED = (
    "{name} is not installed, so the diary cannot start. Install it once, in this folder: "
    "python3 -m venv .venv && .venv/bin/python -m pip install . && .venv/bin/python main.py\n"
)
INTERRUPTED = 130


def main() -> int:
    """Open the diary; 0 when it was closed, 2 when it could not be opened."""
    try:
        from diary.cli import run

        return run(["open", *sys.argv[1:]])
    except KeyboardInterrupt:  # before there was anything to end
        return INTERRUPTED
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("diary"):
            raise
        sys.stderr.write(NOT_INSTALLED.format(name=missing.name))
        return 2


if __name__ == "__main__":
    sys.exit(main())
