"""取回: a GET of an address that officials have entered, which must not become a way into our own network.

Only http and https; every address that a name resolves to must be a public one, unless the host is allowed by
name; the connection goes to the address that was checked, so that a name cannot mean another one a moment
later; every redirection is checked again; size and time are limited.
"""

import http.client
import socket
import ssl
from dataclasses import dataclass, field
from http import HTTPStatus
from ipaddress import IPv6Address, IPv6Network, ip_address
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from guangyue.library.watching.found import CannotLook

SECONDS = 20.0
SECONDS_OF_SILENCE = 10.0
REDIRECTIONS = 3
PIECE = 64 * 1024
MOVED = (
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
)
TUNNELS = tuple(map(IPv6Network, ("64:ff9b::/96", "2002::/16", "2001::/32")))
PORTS = {"http": 80, "https": 443}


class CannotFetch(CannotLook):
    """The sentence says why."""


@dataclass(frozen=True)
class Fetched:
    """What came back; `unchanged` when the server says that it is what we have."""

    content: bytes
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


@dataclass(frozen=True)
class Fetcher:
    """取回: within limits. `allowed` are hosts that may lie in our own network."""

    largest: int
    allowed: frozenset[str] = field(default_factory=frozenset)
    seconds: float = SECONDS

    def fetch(self, address: str, *, etag: str = "", modified: str = "") -> Fetched:
        until = monotonic() + self.seconds
        headers = {
            "User-Agent": "Guangyue",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        for _ in range(REDIRECTIONS + 1):
            answer = self._get(check_address(address), headers, until)
            if isinstance(answer, Fetched):
                return answer
            address = urljoin(address, answer)
        raise CannotFetch("地址转来转去，没有取到内容。")

    def _get(self, address: SplitResult, headers: dict[str, str], until: float) -> Fetched | str:
        """What is there, or where it says that it has moved."""
        connection = self._connect(address, until)
        try:
            connection.request(
                "GET", urlunsplit(("", "", address.path or "/", address.query, "")), headers=headers
            )
            answer = connection.getresponse()
            if answer.status in MOVED and (moved := answer.getheader("Location")):
                return moved
            if answer.status == HTTPStatus.NOT_MODIFIED:
                return Fetched(b"", unchanged=True)
            if answer.status != HTTPStatus.OK:
                raise CannotFetch(f"对方服务器答复 {answer.status}，没有取到内容。")
            content = self._read(answer, until)
            return Fetched(content, answer.getheader("ETag") or "", answer.getheader("Last-Modified") or "")
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            raise CannotFetch("对方服务器没有答复，或者中途断开。") from error
        finally:
            connection.close()

    def _connect(self, address: SplitResult, until: float) -> http.client.HTTPConnection:
        host, port = address.hostname or "", address.port or PORTS[address.scheme]
        wait = min(SECONDS_OF_SILENCE, _left(until))
        connection = http.client.HTTPConnection(host, port, timeout=wait)
        connection.default_port = PORTS[address.scheme]  # what is usual is not said to the server
        last: OSError | None = None
        for place in self._places(host, port):
            try:
                plain = socket.create_connection((place, port), timeout=wait)
                secure = address.scheme == "https"
                connection.sock = (
                    ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
                )
                return connection
            except OSError as error:
                last = error
        raise CannotFetch("连接不上对方服务器。") from last

    def _places(self, host: str, port: int) -> list[str]:
        """The addresses of the host, all of which must be public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise CannotFetch("找不到对方服务器，请核对地址。") from error
        places = list(dict.fromkeys(str(one[4][0]) for one in found))
        if host not in self.allowed and not all(is_public(place) for place in places):
            raise CannotFetch("地址指向内部网络，没有列入允许的名单，不能抓取。", field="address")
        return places

    def _read(self, answer: http.client.HTTPResponse, until: float) -> bytes:
        """All that was promised, piece by piece; a server that dribbles is left when the time is up."""
        pieces: list[bytes] = []
        size, promised = 0, answer.length
        while size != promised and (piece := answer.read1(PIECE)):
            size += len(piece)
            if size > self.largest:
                raise CannotFetch(f"内容超过 {self.largest // 1024 // 1024} MB，没有收下。")
            pieces.append(piece)
            _left(until)
        if promised is not None and size < promised:
            raise CannotFetch("内容没有传完就断开了。")
        return b"".join(pieces)


def check_address(address: str) -> SplitResult:
    """A whole http or https address without a password in it."""
    try:
        parts = urlsplit(address)
        known = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or any(sign.isspace() or not sign.isprintable() for sign in address):
        raise CannotFetch("地址须以 http:// 或者 https:// 开头，并且完整。", field="address")
    if parts.username or parts.password:
        raise CannotFetch("地址里不能带用户名和密码。", field="address")
    return parts


def is_public(place: str) -> bool:
    """Whether it lies on the open internet, and not behind a tunnel that may lead anywhere."""
    address = ip_address(place.partition("%")[0])
    if isinstance(address, IPv6Address):
        if any(address in tunnel for tunnel in TUNNELS):
            return False
        address = address.ipv4_mapped or address
    return address.is_global and not address.is_multicast


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise CannotFetch("对方服务器太慢，没有等到内容。")
    return left
