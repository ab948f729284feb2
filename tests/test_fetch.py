"""Fetching: off unless allowed, public internet only, bounded, polite; a server learns nothing but the request."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from retrieval.articles.failure import UnreadableError
from retrieval.articles.fetch import Fetcher, Limits
from retrieval.articles.fetch_guard import Address, is_public, target_of
from retrieval.articles.fetch_robots import robots_of
from retrieval.articles.fetch_visit import Validators
from retrieval.articles.fetch_web import FetchedWeb
from retrieval.index import UpdateOptions
from retrieval.index.report import UpdateReport
from retrieval.index.writer import remove_articles, update_index

from .conftest import DAWN, DUSK, HASHING, QUAY, Run, listed

HERE = ip_address("127.0.0.1")
QUICK = Limits(max_bytes=100_000, total_seconds=1.0, delay_seconds=0.0)


@dataclass(frozen=True)
class Reply:
    """The answer that a test server gives."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Site:
    """A local server that gives configured answers and records the requests."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {key.lower(): value for key, value in self.headers.items()}
                site.asked.append((self.path, headers, time.monotonic()))
                reply = site.replies.get(self.path, Reply(status=404))
                body = reply.body.encode() if isinstance(reply.body, str) else reply.body
                etag = reply.headers.get("ETag")
                unchanged = bool(etag) and headers.get("if-none-match") == etag
                self.send_response(304 if unchanged else reply.status)
                for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                if not unchanged:
                    self.wfile.write(body)

            def log_message(self, *_arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer((host, 0), Handler)
        self.url = f"http://{host}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def other() -> Iterator[Site]:
    """A server that must not be visited."""
    site = Site("127.0.0.2")
    yield site
    site.close()


def fetcher(limits: Limits = QUICK, **how: Any) -> Fetcher:
    return Fetcher(limits=limits, **{"permitted": lambda address: address == HERE, **how})


def fetched(url: str, limits: Limits = QUICK, **how: Any) -> bytes:
    found = fetcher(limits, **how).fetch(url, Validators())
    assert found is not None
    return found.content


def page(*paragraphs: str, title: str = "The ferry") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def feed(*links: str) -> str:
    items = "".join(f"<item><title>{n}</title><link>{link}</link></item>" for n, link in enumerate(links))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Sound Post</title>{items}</channel></rss>'


Index = Callable[..., UpdateReport]


@pytest.fixture
def index(folder: Path) -> Index:
    def run(*urls: str, **options: Any) -> UpdateReport:
        how = UpdateOptions(**options)
        return update_index(folder, [], HASHING, options=how, urls=urls, web=FetchedWeb(fetcher()))

    return run


def texts(folder: Path) -> dict[str | None, str]:
    return {article.url: article.text for article, _ in listed(folder)}


# --- allowed addresses ---


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.8.8.8",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",  # noqa: S104
        ),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1", "fc00::1"),
        *("fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1"),
        *("2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b::a9fe:a9fe"),
    ],
)
def test_addresses_off_the_open_internet(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_on_the_open_internet(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "http://", "http:///x", "http://a:b@c/"),
        *("http://example.org:99999/", "http://example.org:x/", "http://[::1", "http://" + "a" * 300 + ".org/", "//x"),
        *("http://exa\u2100mple.org/", "http://[x#top"),
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UnreadableError):
        target_of(url)
    with pytest.raises(UnreadableError):
        fetched(url)


def test_an_address_is_sent_without_anything_that_ends_a_line() -> None:
    target = target_of("http://example.org/a b\u00e9?q=\r\nHost: x&y=%20 z")
    assert target.path.isascii()
    assert not set(target.path) & set(" \r\n\t")
    assert "%20" in target.path
    assert target_of("http://bücher.example/").host == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"],  # noqa: S104
)
def test_this_machine_is_not_visited(host: str, site: Site) -> None:
    site.replies["/"] = Reply("secret")
    port = site.url.rpartition(":")[2]
    with pytest.raises(UnreadableError):
        Fetcher(limits=QUICK).fetch(f"http://{host}:{port}/", Validators())
    assert site.asked == []


@pytest.mark.parametrize("there", ["http://127.0.0.2:{port}/x", "//127.0.0.2:{port}/x", "http://other.test:{port}/x"])
def test_a_redirect_is_checked_like_any_address(there: str, site: Site, other: Site) -> None:
    other.replies["/x"] = Reply("secret")
    site.replies["/"] = Reply(status=302, headers={"Location": there.format(port=other.url.rpartition(":")[2])})
    with pytest.raises(UnreadableError, match="not on the open internet"):
        fetched(site.url, resolver=lambda host, _port: ["127.0.0.2" if host == "other.test" else host])
    assert other.asked == []


@pytest.mark.parametrize("there", ["file:///etc/passwd", "http://u:p@127.0.0.1/", "javascript:1", "http://[x", ""])
def test_a_redirect_to_no_address_is_refused(there: str, site: Site) -> None:
    site.replies["/"] = Reply(status=301, headers={"Location": there} if there else {})
    with pytest.raises(UnreadableError):
        fetched(site.url)


def test_redirects_end(site: Site) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": "/"})
    with pytest.raises(UnreadableError, match="more than 5 times"):
        fetched(site.url)
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    ("location", "path"), [("b?x=1#y", "/b?x=1"), ("/\xc3\xa9t\xc3\xa9", "/%C3%A9t%C3%A9"), ("/%C3%A9", "/%C3%A9")]
)
def test_redirects_are_followed(location: str, path: str, site: Site) -> None:
    site.replies |= {"/": Reply(status=301, headers={"Location": location}), path: Reply("there")}
    found = fetcher().fetch(site.url, Validators())
    assert found is not None
    assert (found.content, found.url) == (b"there", f"{site.url}{path}")


def test_a_name_that_changes_gains_nothing(site: Site, other: Site) -> None:
    """The address that was checked is the one connected to: the host name is not resolved again in between."""
    port = int(site.url.rpartition(":")[2])
    site.replies |= {"/": Reply("first"), "/again": Reply("second")}
    answers = iter(["127.0.0.1", "127.0.0.1", "127.0.0.2"])
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [next(answers)]

    mine = fetcher(resolver=resolver)
    first = mine.fetch(f"http://changing.test:{port}/", Validators())
    assert first is not None
    assert asked == ["changing.test"] * 2, "robots.txt and the page, once each"
    with pytest.raises(UnreadableError, match="not on the open internet"):
        mine.fetch(f"http://changing.test:{port}/again", Validators())
    assert site.paths() == ["/"]
    assert site.asked[-1][1]["host"] == f"changing.test:{port}"
    assert other.asked == []


def test_one_forbidden_address_of_a_name_is_enough(site: Site) -> None:
    with pytest.raises(UnreadableError, match="not on the open internet"):
        fetched(site.url.replace("127.0.0.1", "two.test"), resolver=lambda *_: ["127.0.0.1", "10.0.0.1"])
    assert site.asked == []


def test_a_name_that_nobody_has() -> None:
    def resolver(_host: str, _port: int) -> list[str]:
        raise socket.gaierror("unknown")

    with pytest.raises(UnreadableError, match="no machine of the name nobody"):
        fetched("http://nobody.test/", resolver=resolver)


# --- limits ---


@pytest.fixture
def raw() -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Return a function that starts a plain socket server, for broken HTTP and unfinished answers."""
    listeners = []

    def start(speak: Callable[[socket.socket], None]) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def serve() -> None:
            while True:
                try:
                    line, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=answer, args=(line,), daemon=True).start()

        def answer(line: socket.socket) -> None:
            with line:
                try:
                    asked = line.recv(65_536)
                    if b"/robots.txt" in asked:
                        line.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    else:
                        speak(line)
                except OSError:
                    pass

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


Raw = Callable[[Callable[[socket.socket], None]], str]


def drip(line: socket.socket, head: bytes, drop: bytes) -> None:
    line.sendall(head)
    for _ in range(1000):
        line.sendall(drop)
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", b"z"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"z"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nz\r\n"),
        (b"", b""),
    ],
)
def test_a_server_that_drips_for_ever_is_left(head: bytes, drop: bytes, raw: Raw) -> None:
    url = raw(lambda line: drip(line, head, drop))
    started = time.monotonic()
    with pytest.raises(UnreadableError, match=r"took longer than 1 s|cannot be reached"):
        fetched(url)
    assert time.monotonic() - started < 3


def test_a_server_that_never_shakes_hands_is_left(raw: Raw) -> None:
    url = raw(lambda line: drip(line, b"", b"")).replace("http:", "https:")
    started = time.monotonic()
    with pytest.raises(UnreadableError, match="took longer than 1 s"):
        fetched(url)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000,
    ],
)
def test_a_server_that_sends_two_gigabytes_is_left(head: bytes, raw: Raw) -> None:
    sent = 0

    def flood(line: socket.socket) -> None:
        nonlocal sent
        line.sendall(head)
        for _ in range(2048):
            sent += line.send(b"z" * 2**20)

    with pytest.raises(UnreadableError, match=r"larger than|cannot be reached"):
        fetched(raw(flood))
    assert sent < 20 * 2**20


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    site.replies["/"] = Reply(gzip.compress(b"0" * 10_000_000), headers={"Content-Encoding": "gzip"})
    with pytest.raises(UnreadableError, match="larger than"):
        fetched(site.url)
    site.replies["/"] = Reply(b"\x1f\x8b damaged")
    with pytest.raises(UnreadableError, match="damaged"):
        fetched(site.url)
    site.replies["/"] = Reply(gzip.compress(b"small"))
    assert fetched(site.url) == b"small"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "broke off"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + gzip.compress(bytes(range(256)))[:100], "broke off"),
        (b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", "answers 500"),
        (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", "answers 404 Not Found; check the address"),
        (b"SSH-2.0\r\n\r\n", "cannot be reached"),
        (b"", "cannot be reached"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "cannot be reached"),
    ],
)
def test_a_bad_answer_is_one_sentence(said: bytes, words: str, raw: Raw) -> None:
    with pytest.raises(UnreadableError, match=words):
        fetched(raw(lambda line: line.sendall(said)))


# --- politeness ---


def test_robots_txt_is_honoured(site: Site) -> None:
    site.replies |= {"/robots.txt": Reply("User-agent: byline\nDisallow: /private\n\nUser-agent: *\nDisallow: /all")}
    site.replies |= {
        "/private/x": Reply("x"),
        "/all": Reply("y"),
        "/hop": Reply(status=302, headers={"Location": "/private/x"}),
    }
    mine = fetcher()
    for path in ("/private/x", "/hop"):
        with pytest.raises(UnreadableError, match=r"robots\.txt"):
            mine.fetch(site.url + path, Validators())
    found = mine.fetch(site.url + "/all", Validators())
    assert found is not None
    assert site.paths() == ["/hop", "/all"]
    assert [path for path, _, _ in site.asked].count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("rules", "refused"),
    [
        ("Allow: /\nDisallow: /b", "/b/c?d"),
        ("Disallow: /*.pdf$", "/b/c.pdf"),
        ("Disallow: /*?print=", "/b?print=1"),
        ("Disallow: /*/c*e", "/b/c/d/e/f"),
        ("Disallow: /é", "/%C3%A9t%C3%A9"),
    ],
)
def test_of_the_rules_that_fit_a_path_the_longest_decides(rules: str, refused: str) -> None:
    robots = robots_of(f"User-agent: *\n{rules}\nAllow: /$\nAllow: /b/c.pdf?\nDisallow:\n", "Byline")
    assert not robots.permit(refused)
    assert all(map(robots.permit, ("/", "/c", "/c.pdfs", "/b/c.pdf?", "/ab?prints", "/c/b/e")))


def test_rules_are_for_all_programs_named_above_them() -> None:
    robots = robots_of(
        "Crawl-delay: 9\nUser-agent: *\nDisallow: /\nUser-agent: A\nUser-Agent: BYLINE\n\n"
        "Disallow: /b # all\nCrawl-delay: 2.5\nUser-agent: A\nDisallow: /c",
        "Byline",
    )
    assert (robots.permit("/b"), robots.permit("/c"), robots.delay) == (False, True, 2.5)
    assert robots_of("User-agent: Byline\nDisallow:\nUser-agent: *\nDisallow: /", "Byline").permit("/b")


def test_a_mark_of_the_encoding_hides_no_rule(site: Site) -> None:
    site.replies["/robots.txt"] = Reply("\ufeffUser-agent: *\nDisallow: /")
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        fetched(site.url)


def test_without_rules_all_may_be_read_and_without_an_answer_nothing(site: Site) -> None:
    site.replies |= {"/": Reply("x"), "/robots.txt": Reply(status=403)}
    assert fetched(site.url) == b"x"
    site.replies["/robots.txt"] = Reply(status=503)
    with pytest.raises(UnreadableError, match="cannot be read now"):
        fetched(site.url)


@pytest.mark.parametrize(
    "line", ["Crawl-delay: \u00b2", "Request-rate: \u00b2/5", "Disallow: //[", "Crawl-delay: 9" + "0" * 5000]
)
def test_of_robots_txt_all_is_honoured_but_the_lines_that_cannot_be_read(
    line: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.articles.fetch._MAX_CRAWL_DELAY_SECONDS", 0.1)
    site.replies |= {"/robots.txt": Reply(f"User-agent: *\n{line}\nDisallow: /private"), "/a": Reply("a")}
    mine = fetcher()
    assert mine.fetch(f"{site.url}/a", Validators()) is not None
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        mine.fetch(f"{site.url}/private", Validators())


def test_no_number_is_too_large_for_a_crawl_delay(site: Site) -> None:
    site.replies |= {"/robots.txt": Reply("User-agent: *\nDisallow: /\nCrawl-delay: 9" + "0" * 4000)}
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        fetched(site.url)


@pytest.mark.parametrize(
    ("limits", "robots", "least"),
    [(Limits(delay_seconds=0.3), "", 0.3), (QUICK, "User-agent: *\nCrawl-delay: 1", 0.9)],
    ids=["by itself", "as it asks"],
)
def test_a_host_is_given_rest(limits: Limits, robots: str, least: float, site: Site) -> None:
    site.replies |= {"/robots.txt": Reply(robots), "/a": Reply("a"), "/b": Reply("b")}
    mine = fetcher(limits)
    for path in ("/a", "/b"):
        mine.fetch(site.url + path, Validators())
    moments = [moment for _, _, moment in site.asked]
    assert len(moments) == 3
    assert all(after - before >= least for before, after in pairwise(moments))


# --- indexing ---


def test_a_page_becomes_an_article_and_is_asked_for_again_politely(site: Site, folder: Path, index: Index) -> None:
    site.replies["/a"] = Reply(
        page(DAWN, DUSK), headers={"ETag": '"1"', "Last-Modified": "Tue, 05 Nov 2024 10:00:00 GMT"}
    )
    report = index(f"{site.url}/a")
    assert (len(report.added), report.failed) == (1, [])
    assert texts(folder) == {f"{site.url}/a": f"{DAWN}\n\n{DUSK}"}
    again = index()
    assert (again.unchanged, again.embedded, again.generation) == (1, 0, report.generation)
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert site.asked[-1][1]["if-modified-since"] == "Tue, 05 Nov 2024 10:00:00 GMT"
    site.replies["/a"] = Reply(page(DAWN, QUAY), headers={"ETag": '"2"'})
    changed = index()
    assert (changed.changed, changed.embedded) == (report.added, 1)
    assert QUAY in texts(folder)[f"{site.url}/a"]


def test_a_removed_page_that_has_not_changed_comes_back_when_it_is_named(
    site: Site, folder: Path, index: Index
) -> None:
    site.replies["/a"] = Reply(page(DAWN, DUSK), headers={"ETag": '"1"'})
    (removed,) = index(f"{site.url}/a").added
    remove_articles(folder, [removed])
    for _ in range(2):
        assert index().withheld == [f"{site.url}/a"]
    assert texts(folder) == {}
    assert len(index(f"{site.url}/a").added) == 1
    assert index().unchanged == 1


def test_an_address_is_remembered_once_something_was_there(site: Site, folder: Path, index: Index) -> None:
    site.replies["/a"] = Reply(page(DAWN, DUSK))
    assert len(index(f"{site.url}/a", f"{site.url}/mistyped").failed) == 1
    assert (index().roots, index().failed) == ([f"{site.url}/a"], [])
    site.replies["/a"] = Reply(status=503)
    assert [len(index().failed), len(index().failed)] == [1, 1]
    assert list(texts(folder)) == [f"{site.url}/a"]


def test_a_feed_brings_its_new_pages_and_deletes_nothing(site: Site, folder: Path, index: Index) -> None:
    site.replies |= {
        "/a": Reply(page(DAWN, title="A")),
        "/b": Reply(page(DUSK, title="B")),
        "/c": Reply(page(QUAY, title="C")),
    }
    site.replies["/feed"] = Reply(feed("/a", f"{site.url}/b", "ftp://x/", "/missing"), headers={"ETag": '"1"'})
    report = index(f"{site.url}/feed")
    assert (len(report.added), [failure.where for failure in report.failed]) == (2, [f"{site.url}/missing"])
    site.replies["/feed"] = Reply(feed("/c"), headers={"ETag": '"2"'})
    del site.asked[:]
    assert len(index().added) == 1
    assert site.paths() == ["/feed", "/c"]
    del site.asked[:]
    index()
    assert site.paths() == ["/feed"]
    for bad in (
        Reply(status=500),
        Reply("<rss><channel></channel></rss>"),
        Reply("<rss"),
        Reply(status=404),
        Reply(""),
    ):
        site.replies["/feed"] = bad
        report = index(prune=True)
        assert report.removed == []
        assert len(texts(folder)) == 3


def test_a_text_about_feeds_is_an_article(site: Site, index: Index) -> None:
    site.replies["/a.txt"] = Reply(f"{DAWN} Such a list begins with <rss version='2.0'> or with <urlset> as a rule.")
    assert len(index(f"{site.url}/a.txt").added) == 1


def test_pages_of_a_feed_are_asked_again_when_it_is_time(
    site: Site, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.replies = {
        "/feed": Reply(feed("/a", "/b"), headers={"ETag": '"1"'}),
        "/a": Reply(page(DAWN, title="A"), headers={"ETag": '"a"'}),
        "/b": Reply(page(DUSK, title="B")),
    }
    index(f"{site.url}/feed")
    clock = time.time()
    asked = {}
    for hours in (0.5, 1.1, 2.0, 2.3, 4.0, 4.7):
        monkeypatch.setattr(time, "time", lambda hours=hours: clock + hours * 3600)
        del site.asked[:]
        report = index()
        asked[hours] = sorted(site.paths())
        assert (report.failed, report.changed) == ([], [])
    every = ["/a", "/b", "/feed"]
    assert asked == {0.5: ["/feed"], 1.1: every, 2.0: ["/feed"], 2.3: every, 4.0: ["/feed"], 4.7: every}
    site.replies["/a"] = Reply(page(QUAY, title="A"), headers={"ETag": '"a2"'})
    site.replies["/b"] = Reply(status=404)
    monkeypatch.setattr(time, "time", lambda: clock + 9.5 * 3600)
    report = index(prune=True)
    assert (len(report.changed), report.removed, report.failed) == (1, [], [])
    assert QUAY in texts(folder)[f"{site.url}/a"]
    assert DUSK in texts(folder)[f"{site.url}/b"]
    monkeypatch.setattr(time, "time", lambda: clock + 10.6 * 3600)
    del site.asked[:]
    index()
    assert sorted(site.paths()) == ["/a", "/feed"]  # the one that changed; the one that failed is not due yet
    monkeypatch.setattr(time, "time", lambda: clock - 240 * 3600)
    del site.asked[:]
    index()
    assert sorted(site.paths()) == every  # the clock was ahead and has been set right


def test_a_removed_page_that_has_not_changed_is_asked_ever_more_seldom(
    site: Site, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.replies = {"/feed": Reply(feed("/a")), "/a": Reply(page(DAWN))}
    remove_articles(folder, index(f"{site.url}/feed").added)
    index()
    clock = time.time()
    asked = []
    for hours in (0.5, 1.1, 2.0, 2.3, 3.4, 4.7):
        monkeypatch.setattr(time, "time", lambda hours=hours: clock + hours * 3600)
        del site.asked[:]
        assert index().added == []
        asked.append("/a" in site.paths())
    assert asked == [False, True, False, True, False, True]


def test_a_page_that_several_addresses_lead_to_is_asked_once_unless_named(
    site: Site, folder: Path, index: Index
) -> None:
    site.replies = {"/one": Reply(feed("/a")), "/two": Reply(feed("/a", "/b")), "/b": Reply(page(DUSK))}
    replies = site.replies

    def reply(path: str, default: Reply) -> Reply:
        """A page that says something else at each visit: it counts them."""
        return Reply(page(f"{DAWN} Read {len(site.asked)} times.")) if path == "/a" else replies.get(path, default)

    site.replies = Mock(get=reply)
    report = index(*(f"{site.url}{path}" for path in ("/one", "/two", "/a")))
    assert site.paths() == ["/one", "/a", "/two", "/b", "/a"]
    assert (len(report.added), report.failed) == (2, [])
    assert f"{len(site.asked)} times" in texts(folder)[f"{site.url}/a"]


def test_a_page_that_says_again_what_it_said_before_has_not_changed(site: Site, folder: Path, index: Index) -> None:
    said = iter((DAWN, DUSK, DAWN))
    site.replies = Mock(get=lambda path, _: Reply(page(next(said))) if path == "/a" else Reply(status=404))
    index(f"{site.url}/a")
    assert index(f"{site.url}/a", f"{site.url}/a").changed == []
    assert DAWN in texts(folder)[f"{site.url}/a"]


def test_a_sitemap_of_sitemaps(site: Site, index: Index) -> None:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    images = "http://www.google.com/schemas/sitemap-image/1.1"
    site.replies["/all.xml"] = Reply(
        f'<?xml version="1.0"?><sitemapindex xmlns="{space}">'
        f"<sitemap><loc>{site.url}/one.xml.gz</loc></sitemap></sitemapindex>"
    )
    one = (
        f'<urlset xmlns="{space}" xmlns:image="{images}"><url><loc> {site.url}/a </loc>'
        f"<image:loc>{site.url}/image.jpg</image:loc></url><url><loc>{site.url}/all.xml</loc></url></urlset>"
    )
    site.replies["/one.xml.gz"] = Reply(gzip.compress(one.encode()))
    site.replies["/a"] = Reply(page(DAWN))
    assert len(index(f"{site.url}/all.xml").added) == 1
    assert site.paths() == ["/all.xml", "/one.xml.gz", "/a", "/all.xml"]


def test_a_sitemap_without_a_name_space_whose_addresses_are_not_all_addresses(site: Site, index: Index) -> None:
    site.replies["/all.xml"] = Reply("<urlset><url><loc>http://[x</loc></url><url><loc>/a</loc></url></urlset>")
    site.replies["/a"] = Reply(page(DAWN))
    report = index(f"{site.url}/all.xml")
    assert (len(report.added), report.failed) == (1, [])


@pytest.mark.parametrize("encoding", ["klingon", "shift_jis"])
def test_a_sitemap_in_an_encoding_that_is_not_known(encoding: str, site: Site, index: Index) -> None:
    site.replies["/all.xml"] = Reply(f'<?xml version="1.0" encoding="{encoding}"?><urlset></urlset>')
    assert [failure.what for failure in index(f"{site.url}/all.xml").failed] == ["the sitemap is damaged"]


def test_a_feed_that_its_parser_cannot_parse(site: Site, index: Index) -> None:
    site.replies["/feed"] = Reply("<rss>&#xD800;<channel><item><title>&#xD800;</title></item>")
    assert [failure.what for failure in index(f"{site.url}/feed").failed] == ["the feed is damaged"]


def test_a_page_in_an_encoding_that_is_none(site: Site, folder: Path, index: Index) -> None:
    site.replies["/a"] = Reply(
        page(DAWN, "Caf\u00e9").encode("latin-1"), headers={"Content-Type": 'text/html; charset="a\0b"'}
    )
    index(f"{site.url}/a")
    assert DAWN in texts(folder)[f"{site.url}/a"]


def test_a_page_in_another_encoding(site: Site, folder: Path, index: Index) -> None:
    text = "Паром вышел из гавани на рассвете с сорока пассажирами, двумя лошадьми и почтой для северных островов."
    site.replies["/a"] = Reply(
        page(text).encode("windows-1251"), headers={"Content-Type": "text/html; charset=windows-1251"}
    )
    index(f"{site.url}/a")
    assert list(texts(folder).values()) == [text]


def test_what_was_fetched_stays_while_fetching_is_off(site: Site, folder: Path, index: Index) -> None:
    site.replies["/a"] = Reply(page(DAWN))
    index(f"{site.url}/a")
    asked = len(site.asked)
    report = update_index(folder, [], HASHING, options=UpdateOptions(prune=True))
    assert (report.removed, report.failed, report.missing) == ([], [], [])
    assert len(texts(folder)) == 1
    assert len(site.asked) == asked


def test_it_is_off_until_allowed(site: Site, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for allowed, told in (("", "BYLINE_FETCH=1"), ("1", "not on the open internet")):
        monkeypatch.setenv("BYLINE_FETCH", allowed)
        done = run("--index", folder, "index", "--model", "hashing", f"{site.url}/a")
        assert (done.code, len(done.err.splitlines()), told in done.err) == (2, 1, True)
    assert site.asked == []


def test_what_the_constructor_permits_is_asked_for_each_address() -> None:
    asked: list[Address] = []

    def never(address: Address) -> bool:
        asked.append(address)
        return False

    with pytest.raises(UnreadableError):
        Fetcher(permitted=never).fetch("http://127.0.0.1:9/", Validators())
    assert asked == [HERE]
