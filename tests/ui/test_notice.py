"""A line of news can be sent to the page whatever it names."""

from __future__ import annotations

import os
from pathlib import Path

from diary.model.clean_text import path_words
from diary.ui.page.session import Notice


def test_a_line_holds_no_half_character_which_the_page_could_not_be_sent() -> None:
    assert Notice("Copied: /home/\udcffb\x1b/diary").text == "Copied: /home/b/diary"


def test_a_folder_is_named_in_one_line_of_text_whatever_its_bytes_are() -> None:
    folder = Path(os.fsdecode(b"/home/di\xff\nary\x1b[2J\xe2\x80\xa8x"))
    assert path_words(folder) == "/home/di ary[2J x"
    path_words(folder).encode()
