"""Which addresses on the web may be visited: http(s) on public machines only. Opens connections to nothing else.

A name is resolved once, what it stands for is checked, and the connection goes to just that address: a server of
names that answers otherwise the second time gains nothing.
"""

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from .failure import UnreadableError

Address: TypeAlias = IPv4Address | IPv6Address
Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""Host and port to the numeric addresses that the name stands for."""

_NAT64 = IPv6Network("64:ff9b::/96")
_CHECK = "check the address"


@dataclass(frozen=True, slots=True)
class Target:
    """An address on the web, taken apart."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query, percent-encoded."""

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def target_of(url: str) -> Target:
    """Take an address apart.

    Raises:
        UnreadableError: it is none that may be visited.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("ascii" if ":" in (parts.hostname or "") else "idna").decode()
    except (ValueError, UnicodeError) as error:
        raise UnreadableError("this is no address on the web", _CHECK) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise UnreadableError("only http and https addresses are fetched", _CHECK)
    if parts.username or parts.password:
        raise UnreadableError("the address holds a name or a password", "leave it out")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe=_QUERY_SAFE)}" if parts.query else ""
    )
    return Target(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


_QUERY_SAFE = "/%:@!$&'()*+,;=~-._?[]"


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the open internet, and so does every address that it wraps."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or (IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None)
        if inner is not None:
            return is_public(inner)
        if address.sixtofour is not None and not is_public(address.sixtofour):
            return False
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that the system knows a host by."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(target: Target, *, resolver: Resolver, permitted: Callable[[Address], bool], end: float) -> socket.socket:
    """Return a connection to a target, all of whose addresses are permitted.

    Args:
        end: when to give up, on the monotonic clock.

    Raises:
        UnreadableError: one of them is not, or there is none.
        OSError: nobody answers there.
    """
    try:
        names = resolver(target.host, target.port)
        addresses = [ip_address(name.partition("%")[0]) for name in names]
    except (OSError, ValueError, UnicodeError) as error:
        raise UnreadableError(f"there is no machine of the name {target.host}", _CHECK) from error
    for address in addresses:
        if not permitted(address):
            raise UnreadableError(
                f"{target.host} stands for {address}, which is not on the open internet",
                "save the page and index the file",
            )
    failure: OSError = OSError(f"{target.host} has no address")
    for address in addresses:
        try:
            left = max(0.01, end - time.monotonic())
            return socket.create_connection((str(address), target.port), timeout=left)
        except OSError as error:
            failure = error
    raise failure
