"""The client's own files, ours where there are both, and its list of fonts.

They are served before Flet is loaded: the browser fetches and compiles the client meanwhile.
"""

from __future__ import annotations

import json
import mimetypes
from typing import TYPE_CHECKING

from flet_web import get_package_web_dir
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

from diary.server.asgi import answer

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from starlette.responses import Response

    from diary.server.asgi import Application, Receive, Scope, Send

# Windows may not know these.
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")

FONT_LIST = "/assets/FontManifest.json"
FONTS = {
    "MaterialIcons": "fonts/MaterialIcons-Regular.otf",
    # The client's first font, without which it would look for one of its own elsewhere, is Noto Sans.
    "Roboto": "../screen_fonts/NotoSansAndSigns-Regular.ttf",
    "Noto Bold": "../screen_fonts/NotoSansAndSigns-Bold.ttf",
}
"""What the client loads before its first frame, by family. Its own list has twenty fonts more, for formulas."""

AT_ONCE = 4 * 1024 * 1024
"""Bytes of a file that are read at once. The client has 14 MB, and while Flet loads each reading waits for its turn."""


class ClientFiles:
    """An ASGI application that answers requests for files, and passes on what is none."""

    def __init__(self, inner: Application, *, assets: Path) -> None:
        self._inner = inner
        self._files = _Files(directory=assets)
        self._files.all_directories.append(get_package_web_dir())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or pass on."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
        elif scope["path"] == FONT_LIST:
            await answer(send, 200, body=font_list(), headers=[(b"content-type", b"application/json")])
        else:
            try:
                await self._files(scope, receive, send)
            except HTTPException as refusal:
                await answer(send, refusal.status_code)


def font_list() -> bytes:
    """The fonts as Flutter lists them."""
    return json.dumps([{"family": family, "fonts": [{"asset": file}]} for family, file in FONTS.items()]).encode()


class _Files(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        if isinstance(response, FileResponse):
            response.chunk_size = AT_ONCE
        return response
