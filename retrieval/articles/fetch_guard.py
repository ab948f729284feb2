"""Decides which web addresses may be visited: http(s) on public machines only. Opens connections to nothing else.

A host name is resolved once, its addresses are checked, and the connection goes to exactly such an address, so that a
name server gains nothing by answering differently the second time.
"""

import socket
import time
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from msgspec import Struct

from .failure import UnreadableError

Address: TypeAlias = IPv4Address | IPv6Address
Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""Maps host and port to the numeric addresses of the host."""

_NAT64 = IPv6Network("64:ff9b::/96")
_SAFE = "/%:@!$&'()*+,;=~-._?[]"
_CHECK = "check the address"


class Target(Struct, frozen=True):
    """A web address in parts."""

    scheme: str
    host: str
    port: int
    path: str
    """Path and query, percent-encoded."""

    @property
    def origin(self) -> str:
        """Scheme, host and port, to which a robots.txt applies."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def target_of(url: str) -> Target:
    """Return the parts of an address.

    Raises:
        UnreadableError: it is not an address that may be visited.
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
    path = encoded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return Target(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


def encoded(path: str) -> str:
    """Return a path, with its query, in the characters that an address may have."""
    return quote(path, safe=_SAFE)


def is_public(address: Address) -> bool:
    """Return whether an address, with any address embedded in it, belongs to the public internet."""
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
    """Return the system's addresses for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(target: Target, *, resolver: Resolver, permitted: Callable[[Address], bool], end: float) -> socket.socket:
    """Return a connection to a target, all of whose addresses must be permitted.

    Args:
        end: the deadline, on the monotonic clock.

    Raises:
        UnreadableError: an address is not permitted, or there is none.
        OSError: the connection fails.
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
