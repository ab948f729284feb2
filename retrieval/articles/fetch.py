"""Fetches from the web politely and within limits: every redirect is checked again, size and time are bounded.

Knows no articles. Whatever a server does, only `UnreadableError` is raised.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from string import punctuation
from urllib.parse import quote, urldefrag, urljoin

from msgspec import Struct
from msgspec.structs import replace

from .failure import UnreadableError
from .fetch_guard import Address, Resolver, Target, connect, is_public, resolve, target_of
from .fetch_robots import Robots, robots_of
from .fetch_visit import Validators

AGENT = "Byline"
_CHUNK = 64 * 2**10
_MAX_REDIRECTS = 5
_MAX_CRAWL_DELAY_SECONDS = 30.0
_MAX_ROBOTS_BYTES = 500 * 2**10
"""Bytes of a robots.txt that are obeyed: the minimum of RFC 9309, 2.5."""
_ZIPPED = b"\x1f\x8b"
_LATER = "try again later"


class Fetched(Struct, frozen=True):
    """A server's response."""

    url: str
    """The address after redirects."""
    content: bytes
    charset: str | None
    validators: Validators
    status: int = 200
    location: str | None = None


class Limits(Struct, frozen=True, kw_only=True):
    """Limits for the size and speed of requests to a server."""

    max_bytes: int = 10 * 2**20
    total_seconds: float = 30.0
    """Timeout for one response, from the connection to the last byte, even if the server keeps sending."""
    delay_seconds: float = 1.0
    """Pause between two requests to one host."""


DEFAULT_LIMITS = Limits()


class Fetcher:
    """Fetches pages, one request at a time.

    Args:
        permitted: decides which machines may be visited; by default those of the public internet.
        resolver: returns the addresses of a host.
    """

    def __init__(
        self,
        *,
        limits: Limits = DEFAULT_LIMITS,
        permitted: Callable[[Address], bool] = is_public,
        resolver: Resolver = resolve,
    ) -> None:
        self._limits = limits
        self._permitted = permitted
        self._resolver = resolver
        self._asked: dict[str, float] = {}
        """When each host last received a request."""
        self._delays: dict[str, float] = {}
        """Seconds that hosts require between two requests."""
        self._robots: dict[str, Robots] = {}
        self._tls = ssl.create_default_context()

    def fetch(self, url: str, known: Validators) -> Fetched | None:
        """Return the content at an address; None if it is unchanged.

        Args:
            known: the server's validators from the last time.

        Raises:
            UnreadableError: it may not or cannot be fetched.
        """
        return self._follow(url, known, self._check_robots)

    def _follow(self, url: str, known: Validators, check: Callable[[Target], None]) -> Fetched | None:
        for _ in range(_MAX_REDIRECTS + 1):
            target = target_of(url)
            url = urldefrag(url).url
            check(target)
            answer = self._get(target, url, known)
            if answer.status == 304:
                return None
            if answer.status not in {301, 302, 303, 307, 308}:
                return self._accepted(answer)
            if not answer.location:
                raise UnreadableError("the server redirects to nowhere", _LATER)
            try:
                # Other letters than those of ASCII come in UTF-8 as a rule, each byte as a letter of Latin-1.
                url = urljoin(url, quote(answer.location, safe=punctuation, encoding="latin-1"))
            except ValueError as error:
                raise UnreadableError("the server redirects to no address", _LATER) from error
        raise UnreadableError(f"the server redirects more than {_MAX_REDIRECTS} times", "check the address")

    def _accepted(self, answer: Fetched) -> Fetched:
        if answer.status != 200:
            reason = f"the server answers {answer.status} {http.client.responses.get(answer.status, '')}".rstrip()
            raise _RefusedError(answer.status, reason, "check the address" if answer.status in {404, 410} else _LATER)
        # Sitemaps are often zipped files, and some servers zip unasked.
        return replace(answer, content=self._unzipped(answer.content)) if answer.content[:2] == _ZIPPED else answer

    def _unzipped(self, zipped: bytes) -> bytes:
        unzip = zlib.decompressobj(wbits=31)
        try:
            content = unzip.decompress(zipped, self._limits.max_bytes + 1)
        except zlib.error as error:
            raise UnreadableError("what the server sends is damaged", _LATER) from error
        if len(content) > self._limits.max_bytes:
            raise self._too_large()
        if not unzip.eof:
            raise self._broken_off()
        return content

    # --- robots.txt and politeness ---

    def _check_robots(self, target: Target) -> None:
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target)
        if not self._robots[target.origin].permit(target.path):
            raise UnreadableError("its robots.txt asks programs to stay away", "save the page and index the file")

    def _read_robots(self, target: Target) -> Robots:
        try:
            found = self._follow(f"{target.origin}/robots.txt", Validators(), lambda _target: None)
            content = found.content[:_MAX_ROBOTS_BYTES] if found else b""
        except _RefusedError as refusal:
            if refusal.status >= 500:  # RFC 9309, 2.3.1.4: the owner's rules are unknown
                raise UnreadableError("its robots.txt cannot be read now", _LATER) from refusal
            content = b""
        robots = robots_of(content.decode("utf-8-sig", "replace"), AGENT)
        self._delays[target.host] = min(robots.delay, _MAX_CRAWL_DELAY_SECONDS)
        return robots

    def _wait_for_turn(self, host: str) -> None:
        if host in self._asked:
            delay = max(self._limits.delay_seconds, self._delays.get(host, 0.0))
            time.sleep(max(0.0, self._asked[host] + delay - time.monotonic()))

    # --- one request ---

    def _get(self, target: Target, url: str, known: Validators) -> Fetched:
        self._wait_for_turn(target.host)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
        headers |= {"If-None-Match": known.etag} if known.etag else {}
        headers |= {"If-Modified-Since": known.modified} if known.modified else {}
        expired = threading.Event()
        try:
            with self._connected(target, expired) as connection:
                connection.request("GET", target.path, headers=headers)
                return self._answer(url, connection.getresponse(), expired)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if expired.is_set() or isinstance(error, TimeoutError):
                raise self._too_slow() from error
            if isinstance(error, ssl.SSLError):
                raise UnreadableError(f"no safe connection ({error.reason})", "check the address") from error
            reason = getattr(error, "strerror", None) or "it does not answer as a server of pages does"
            raise UnreadableError(f"the server cannot be reached ({reason})", _LATER) from error
        finally:
            self._asked[target.host] = time.monotonic()

    @contextmanager
    def _connected(self, target: Target, expired: threading.Event) -> Iterator[http.client.HTTPConnection]:
        """Provide a connection that is cut when the time is up, whatever its state."""
        end = time.monotonic() + self._limits.total_seconds
        line = connect(target, resolver=self._resolver, permitted=self._permitted, end=end)
        if target.scheme == "https":
            line = self._tls.wrap_socket(line, server_hostname=target.host, do_handshake_on_connect=False)

        def cut() -> None:
            expired.set()
            # Not the TLS socket's own method, which frees its state while another thread reads.
            socket.socket.shutdown(line, socket.SHUT_RDWR)

        timer = threading.Timer(max(0.0, end - time.monotonic()), cut)
        timer.daemon = True
        connection = http.client.HTTPConnection(target.host, target.port)
        if target.scheme == "https":
            connection = http.client.HTTPSConnection(target.host, target.port, context=self._tls)
        connection.sock = line
        with line:
            timer.start()
            try:
                if isinstance(line, ssl.SSLSocket):
                    line.do_handshake()
                yield connection
            finally:
                timer.cancel()
                connection.close()

    def _answer(self, url: str, response: http.client.HTTPResponse, expired: threading.Event) -> Fetched:
        promised = response.getheader("Content-Length", "")
        if promised.isdecimal() and int(promised) > self._limits.max_bytes:
            raise self._too_large()
        content = bytearray()
        while response.status == 200 and (part := response.read1(_CHUNK)):
            content += part
            if len(content) > self._limits.max_bytes:
                raise self._too_large()
        if expired.is_set():
            raise self._too_slow()
        if response.status == 200 and promised.isdecimal() and len(content) < int(promised):
            raise self._broken_off()
        validators = Validators(response.getheader("ETag"), response.getheader("Last-Modified"))
        charset, location = response.headers.get_content_charset(), response.getheader("Location")
        return Fetched(url, bytes(content), charset, validators, response.status, location)

    def _broken_off(self) -> UnreadableError:
        return UnreadableError("the server broke off in the middle", _LATER)

    def _too_large(self) -> UnreadableError:
        return UnreadableError(f"it is larger than {self._limits.max_bytes // 2**20} MB", "save it and index the file")

    def _too_slow(self) -> UnreadableError:
        return UnreadableError(f"the server took longer than {self._limits.total_seconds:.0f} s", _LATER)


class _RefusedError(UnreadableError):
    """The server answered with another status than 200."""

    def __init__(self, status: int, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.status = status
