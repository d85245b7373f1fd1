"""取回: a GET of an address that officials have entered, which must not become a way into our own network.

Only http and https, and only to public addresses, unless the host is allowed by name (`kit.outside`); every
redirection is checked again; size and time are limited.
"""

import http.client
from dataclasses import dataclass, field
from http import HTTPStatus
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlunsplit

from guangyue.kit.outside import PORTS, Inside, NoSuchHost, Unreachable, connect, read_address
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
        try:
            connection.sock = connect(address, allowed=self.allowed, seconds=wait)
        except NoSuchHost as error:
            raise CannotFetch("找不到对方服务器，请核对地址。") from error
        except Inside as error:
            raise CannotFetch("地址指向内部网络，没有列入允许的名单，不能抓取。", field="address") from error
        except Unreachable as error:
            raise CannotFetch("连接不上对方服务器。") from error
        return connection

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
    parts = read_address(address)
    if parts is None:
        raise CannotFetch("地址须以 http:// 或者 https:// 开头，并且完整。", field="address")
    if parts.username or parts.password:
        raise CannotFetch("地址里不能带用户名和密码。", field="address")
    return parts


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise CannotFetch("对方服务器太慢，没有等到内容。")
    return left
