"""Fonts for scripts that the app's own font lacks, from this machine.

For each script that it meets, the client asks for a Noto font under /assets/fonts/<family>/. Left unanswered it asks
again at every frame, hundreds of times; so each such request is answered with some font, the right one where we
have it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from diary.server.asgi import answer

if TYPE_CHECKING:
    from pathlib import Path

    from diary.server.asgi import Application, Receive, Scope, Send

ASKED_UNDER = "/assets/fonts/noto"
CHINESE_AND_JAPANESE = "DroidSansFallbackFull.ttf"
STAND_INS = {
    # The client asks for plain Noto Sans where it meets Devanagari.
    "notosans": "NotoSansDevanagari-Regular.ttf",
    "notosanssc": CHINESE_AND_JAPANESE,
    "notosanstc": CHINESE_AND_JAPANESE,
    "notosanshk": CHINESE_AND_JAPANESE,
    "notosansjp": CHINESE_AND_JAPANESE,
    "notosanskr": "NanumGothicCoding.ttf",
    # Some emoji have a drawing in one colour there.
    "notocoloremoji": "NotoSansSymbols2-Regular.ttf",
}
"""Families that are answered with a font of another name."""
SMALLEST = "NotoSansHebrew-Regular.ttf"
"""Answers for the families that we do not have: any font ends the asking."""


def font_for(family: str, folder: Path) -> Path:
    """The bundled font that answers best for a family, written as the client does: “notosansarabic”."""
    bundled = {font.name.removesuffix("-Regular.ttf").lower(): font for font in folder.glob("NotoSans*-Regular.ttf")}
    if family in STAND_INS:
        return folder / STAND_INS[family]
    return bundled.get(family, folder / SMALLEST)


class FallbackFonts:
    """An ASGI application that answers requests for Noto fonts, and passes all others on."""

    def __init__(self, inner: Application, *, folder: Path) -> None:
        self._inner = inner
        self._folder = folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a font, or pass on."""
        if scope["type"] != "http" or not scope["path"].startswith(ASKED_UNDER):
            await self._inner(scope, receive, send)
            return
        family = scope["path"].split("/")[3]
        font = await asyncio.to_thread(lambda: font_for(family, self._folder).read_bytes())
        await answer(send, 200, body=font, headers=[(b"content-type", b"font/ttf")])
