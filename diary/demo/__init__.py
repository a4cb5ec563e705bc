"""The made-up year that `--demo` opens: drawn by chance with planted triggers, written to assets, moved to today."""
