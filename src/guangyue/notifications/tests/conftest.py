"""People to tell, and the servers that carry what they are told: real ones, that misbehave on demand."""

import json
import socketserver
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Letter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pytest_django import Settings

from guangyue.accounts.models import User

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def citizen(db: None) -> User:
    return User.objects.create(
        kind="citizen",
        username="liming",
        name="李明",
        email="liming@example.cn",
        phone="13800000000",
        opened_at=NOON,
    )


@pytest.fixture
def postmaster(db: None) -> User:
    return User.objects.create(kind="staff", username="postmaster", name="收发员", opened_at=NOON)


@dataclass
class MailServer:
    """An SMTP server. `answers` are what it says to a command in place of 250; `hangs_up_after` the text."""

    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    hangs_up_after_text: bool = False
    is_silent_after_text: bool = False
    letters: list[Letter] = field(default_factory=list)


@dataclass
class Gateway:
    """An HTTP server that takes what is posted, and answers as it is told."""

    port: int = 0
    status: int = 200
    hangs_up: bool = False
    is_silent: bool = False
    posts: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/send?from=guangyue"

    @property
    def contents(self) -> list[Any]:
        return [json.loads(body) for _, body in self.posts]


@pytest.fixture
def mail(settings: Settings) -> Iterator[MailServer]:
    state = MailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say(state.answers.get("CONNECT", "220 ready"))
            while line := self.rfile.readline().decode().strip():
                word = line.split(":")[0].split()[0].upper()
                if word == "QUIT":
                    return
                if word == "DATA" and "DATA" not in state.answers:
                    self.say("354 go on")
                    self.take_letter()
                    if state.hangs_up_after_text:
                        return
                    if state.is_silent_after_text:
                        time.sleep(1)
                        return
                    self.say(state.answers.get("TEXT", "250 taken"))
                else:
                    self.say(state.answers.get(word, "250 yes"))

        def take_letter(self) -> None:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            state.letters.append(message_from_bytes(b"".join(lines)))

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        state.port = server.server_address[1]
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", state.port, 0.3
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield state
        server.shutdown()


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    state = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.posts.append((dict(self.headers), body))
            if state.hangs_up:
                return
            if state.is_silent:
                time.sleep(1)
                return
            self.send_response(state.status)
            self.end_headers()
            self.wfile.write("收到".encode())

        def log_message(self, *arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield state
        server.shutdown()
