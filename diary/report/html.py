"""The report as one web page: the same content as the pages on paper, for screen readers and for a browser's print.

The file stands alone: no script, nothing from elsewhere, its drawings within it. Its layout is the template beside
this file, which escapes every text; so what a person wrote stays text.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.exchange.whole_file import FileKind
from diary.language import mark
from diary.model.clean_text import clean_text
from diary.report.foot import foot_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from diary.report.content import ReportContent
    from diary.report.sections import PictureBlock

START = "<!doctype html>\n<!-- Night Cramp Diary: report -->\n"
WEB_PAGE = FileKind(mark("a report as a web page"), START.encode())
TEMPLATE = Path(__file__).with_name("page.html")


def report_html(content: ReportContent, charts: Mapping[str, bytes]) -> bytes:
    """The page. `charts` are SVG, by the keys of the content's pictures. The same content gives the same bytes."""

    def svg(picture: PictureBlock) -> str:
        return inline_svg(charts[picture.key].decode(), picture.key, picture.alternative)

    foot = _style_text(foot_words(content))
    page = _template().render(content=content, words=content.words, svg=svg, foot=foot)
    return f"{START}{page}\n".encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # 0.03 s, and only the web page needs it

    environment = Environment(
        autoescape=True,
        finalize=_without_control_characters,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,  # a name that the content has no more must not be an empty place in the page
    )
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))


def _style_text(text: str) -> str:
    """A text as the page's style holds it, to be put in as it is: every sign that could end it is told by its number."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in clean_text(text))
    return f'"{"".join(signs)}"'


def _without_control_characters(value: Any) -> Any:
    """A value as the page takes it: HTML forbids most control characters, also as entities."""
    return clean_text(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


_BEFORE = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_REFERENCE = re.compile(r'(\bid="|href="#|url\(#)')
_STYLE_FOR_ALL = re.compile(r'(<style type="text/css">)\s*\*')


def inline_svg(svg: str, key: str, alternative: str) -> str:
    """A drawing within a page, as one picture with its words; its inner names are its own, and so is its style."""
    name = f"chart-{key}"
    drawing = _METADATA.sub("", _BEFORE.sub("", svg)).strip()
    drawing = _STYLE_FOR_ALL.sub(rf"\1#{name} *", _REFERENCE.sub(rf"\1{name}-", drawing))
    label = escape(clean_text(alternative))
    return drawing.replace("<svg ", f'<svg id="{name}" role="img" aria-label="{label}" ', 1)
