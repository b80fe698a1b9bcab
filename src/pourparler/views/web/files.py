"""The static files: a short list by name, so that no path reaches anything else."""

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from pourparler.views.web.failing import NotFoundError, failure_of
from pourparler.views.web.templating import STATIC

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


async def serve_static(request: Request) -> Response:
    """A file of the package, to be kept by the browser: its address changes with its content."""
    found = _files().get(request.path_params["name"])
    if found is None:
        return failure_of(request.scope, NotFoundError("there is no such file"))
    media, plain, packed = found
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, headers={**headers, "content-encoding": "gzip"}, media_type=media)
    return Response(plain, headers=headers, media_type=media)


@cache
def _files() -> dict[str, tuple[str, bytes, bytes]]:
    return {
        path.relative_to(STATIC).as_posix(): (
            TYPES[path.suffix],
            content := path.read_bytes(),
            gzip.compress(content, 9, mtime=0),
        )
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in TYPES
    }
