"""A person at a browser, as far as a measurement needs one: a connection that is kept, and its cookies."""

from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import quote, urlencode

SIGN_IN = "/account/sign-in/"


@dataclass(frozen=True)
class Reply:
    status: int
    location: str
    text: str


class Browser:
    """One connection, kept alive from page to page."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}

    def twin(self) -> "Browser":
        """Another connection of the same person, signed in as this one is."""
        other = Browser(self._port)
        other._cookies = dict(self._cookies)
        return other

    def sign_in(self, name: str, password: str) -> None:
        self.open(SIGN_IN)
        reply = self.post(SIGN_IN, name=name, password=password)
        if reply.status != 302:
            raise RuntimeError(f"{name} could not sign in: {reply.status}")

    def open(self, address: str) -> str:
        """The page, and nothing but the page."""
        reply = self._ask("GET", address)
        if reply.status != 200:
            raise RuntimeError(f"{address}: {reply.status} {reply.location}")
        return reply.text

    def post(self, address: str, **fields: object) -> Reply:
        """Send a form; the answer is not followed where it leads elsewhere."""
        form = {**fields, "csrfmiddlewaretoken": self._cookies["csrftoken"]}
        return self._ask("POST", address, urlencode(form, doseq=True))

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, address: str, body: str | None = None) -> Reply:
        headers = {
            "Accept": "text/html",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self._connection.request(method, quote(address, safe="/?&=%:"), body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or ():
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Reply(answer.status, answer.headers.get("Location", ""), text)
