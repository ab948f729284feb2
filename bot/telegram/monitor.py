"""Serves three pages to a monitor over HTTP: `/health`, `/ready`, `/metrics`."""

import asyncio
import contextlib
from http import HTTPStatus

from .metrics import Metrics

_READ_SECONDS = 5.0


async def serve(metrics: Metrics, *, port: int) -> asyncio.Server:
    """Start answering a monitor on the loopback interface; return the server.

    Raises:
        OSError: the port is not available.
    """

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _READ_SECONDS)
            writer.write(_page(metrics, head.split(b"\r\n", 1)[0].decode("ascii", "replace")))
            await writer.drain()
        writer.close()

    return await asyncio.start_server(answer, "127.0.0.1", port, limit=8_192)


def _page(metrics: Metrics, request: str) -> bytes:
    pages = {
        "GET /health": (200, "alive\n"),
        "GET /ready": (200, "ready\n") if metrics.up else (503, "not ready\n"),
        "GET /metrics": (200, metrics.exposition()),
    }
    status, text = pages.get(" ".join(request.split(" ")[:2]), (404, "not found\n"))
    body = text.encode()
    head = (f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "Content-Type: text/plain; version=0.0.4",
            f"Content-Length: {len(body)}", "Connection: close", "", "")  # fmt: skip
    return "\r\n".join(head).encode() + body
