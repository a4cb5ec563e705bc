"""Where things lie: the diary's folder, and the files that travel with the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION = "night-cramp-diary"
VARIABLE = "CRAMP_DIARY_DATA"


def data_folder(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The diary's folder: the one chosen, else CRAMP_DIARY_DATA, else the platform's place for data.

    It need not be there yet: opening a diary for writing makes it, for the person alone, or says why it cannot.
    """
    folder = chosen if chosen is not None else environment.get(VARIABLE)
    if folder:
        return _at_home(Path(folder)).absolute()
    from platformdirs import user_data_path  # not needed where a folder is named

    return user_data_path(APPLICATION, appauthor=False)


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # “~name” of nobody here is a folder of that name
        return path


def assets() -> Path:
    """Fonts, icons, words and the demo: inside an installed package, or beside it in the source tree."""
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def fonts() -> Path:
    """The fonts that app, charts and report share."""
    return assets() / "fonts"
