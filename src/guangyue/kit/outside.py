"""外部地址: where a connection to somebody else may go, so that it never becomes a way into our own network.

Every address that a name resolves to must be a public one, unless the host is allowed by name; the connection
then goes to the address that was checked, so that a name cannot mean another one a moment later.
"""

import socket
import ssl
from collections.abc import Collection
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

TUNNELS = tuple(map(IPv6Network, ("64:ff9b::/96", "2002::/16", "2001::/32")))
PORTS = {"http": 80, "https": 443}


class NoSuchHost(Exception):
    """Nobody is called so."""


class Unreachable(Exception):
    """It does not answer."""


class Inside(Exception):
    """It lies in our own network, or may."""


def read_address(address: str) -> SplitResult | None:
    """A whole http or https address; none where it is anything else."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or any(sign.isspace() or not sign.isprintable() for sign in address):
        return None
    return parts


def connect(address: SplitResult, *, allowed: Collection[str], seconds: float) -> socket.socket:
    """A connection to one of the checked addresses of the host, under TLS where the scheme says so."""
    host, port = address.hostname or "", address.port or PORTS[address.scheme]
    last: OSError | None = None
    for place in places_of(host, port, allowed=allowed):
        try:
            plain = socket.create_connection((place, port), timeout=seconds)
            if address.scheme != "https":
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError as error:
            last = error
    raise Unreachable from last


def places_of(host: str, port: int, *, allowed: Collection[str]) -> list[str]:
    """The addresses of the host, all of which must be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHost from error
    places = list(dict.fromkeys(str(one[4][0]) for one in found))
    if host not in allowed and not all(is_public(place) for place in places):
        raise Inside
    return places


def is_public(place: str) -> bool:
    """Whether it lies on the open internet, and not behind a tunnel that may lead anywhere."""
    address = ip_address(place.partition("%")[0])
    if isinstance(address, IPv6Address):
        if any(address in tunnel for tunnel in TUNNELS):
            return False
        address = address.ipv4_mapped or address
    return address.is_global and not address.is_multicast
