"""A small OpenID provider that speaks real HTTP: whoever comes is taken for the person it was told."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

CLIENT, SECRET = "guangyue", "known to both"


class Provider(ThreadingHTTPServer):
    """统一身份认证, for one person at a time."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Endpoint)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.person = {"sub": "outside-1", "preferred_username": "wang", "name": "王某"}
        self.key = generate_private_key(public_exponent=65537, key_size=2048)
        self.challenges: dict[str, str] = {}
        self.token = secrets.token_urlsafe()
        self.cancels = False

    def discovery(self) -> dict[str, object]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        if self.cancels:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = secrets.token_urlsafe()
        self.challenges[code] = asked["code_challenge"]
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def grant_token(self, asked: dict[str, str]) -> dict[str, object] | None:
        """Only for a code that was given out, once, and to whoever shows the secret and the proof."""
        proof = base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest())
        challenge = self.challenges.pop(asked["code"], "")
        shown = (asked["client_id"], asked["client_secret"], proof.decode().rstrip("="))
        if shown != (CLIENT, SECRET, challenge):
            return None
        now = int(time.time())
        claims = {**self.person, "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60}
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": self.token, "token_type": "Bearer", "expires_in": 60, "id_token": signed}


class Endpoint(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        match address.path:
            case "/.well-known/openid-configuration":
                self.answer(self.server.discovery())
            case "/authorize":
                self.send_response(302)
                self.send_header("Location", self.server.authorize(asked))
                self.end_headers()
            case "/userinfo" if self.headers["Authorization"] == f"Bearer {self.server.token}":
                self.answer(self.server.person)
            case _:
                self.answer({"error": "not found"}, status=404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        granted = self.server.grant_token({name: values[0] for name, values in parse_qs(body).items()})
        self.answer(granted or {"error": "invalid_grant"}, status=200 if granted else 400)

    def answer(self, content: dict[str, object] | dict[str, str], status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, *arguments: object) -> None:
        """Quietly."""


@contextmanager
def running_provider() -> Iterator[Provider]:
    with Provider() as provider:
        thread = threading.Thread(target=provider.serve_forever, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            provider.shutdown()
            thread.join()
