from __future__ import annotations

import re
import stat
import time
from typing import TYPE_CHECKING

import pytest

from diary.server.addresses import Addresses, remove_files
from diary.server.tokens import Tokens

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def addresses(tmp_path: Path) -> Addresses:
    return Addresses(7000, Tokens(), tmp_path)


def token_in(file: Path) -> str:
    found = re.search(r"url=http://127\.0\.0\.1:7000/\?token=([\w-]+)", file.read_text())
    assert found
    return found[1]


def test_the_file_for_the_browser_is_the_persons_alone_and_goes_once_its_token_was_used(addresses: Addresses) -> None:
    file = addresses.file()
    assert file is not None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    token = token_in(file)
    assert token not in str(file)
    assert [addresses.tokens.take(token), file.exists(), addresses.tokens.take(token)] == [True, False, False]


def test_a_file_that_no_browser_opened_goes_with_its_token(tmp_path: Path) -> None:
    addresses = Addresses(7000, Tokens(), tmp_path, life=0.05)
    file = addresses.file()
    assert file is not None
    token = token_in(file)
    while file.exists():
        time.sleep(0.01)
    assert not addresses.tokens.take(token)


def test_what_a_killed_diary_left_is_taken_away_and_nothing_else(addresses: Addresses, tmp_path: Path) -> None:
    (tmp_path / "diary.db").touch()
    assert addresses.file()
    remove_files(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["diary.db"]


def test_where_no_file_can_be_written_there_is_none(tmp_path: Path) -> None:
    assert Addresses(7000, Tokens(), tmp_path / "gone").file() is None
