import socket
import struct
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest

from guangyue.operations.connection import check_server
from guangyue.operations.tests.conftest import at_database
from guangyue.operations.trouble import Trouble


@pytest.fixture
def url() -> str:
    return at_database("postgres")


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


@pytest.fixture
def fourteen() -> Iterator[int]:
    """The port of a server that lets anyone in and says that it is PostgreSQL 14."""
    welcome = message(b"R", struct.pack("!i", 0))
    welcome += message(b"S", b"server_version\x0014.13\x00") + message(b"S", b"server_encoding\x00UTF8\x00")
    welcome += message(b"K", struct.pack("!ii", 1, 1)) + message(b"Z", b"I")

    def answer() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                while True:
                    (length,) = struct.unpack("!i", connection.recv(4))
                    (code,) = struct.unpack("!i", connection.recv(length - 4)[:4])
                    if code == 3 << 16:
                        break
                    connection.sendall(b"N")  # neither TLS nor GSSAPI
                connection.sendall(welcome)
                connection.recv(1024)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def refusal_of(url: str) -> str:
    with pytest.raises(Trouble) as refused:
        check_server(url)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def test_a_server_that_will_do_is_let_pass(url: str) -> None:
    check_server(url)


@pytest.mark.parametrize(
    "written", ["", "guangyue", "mysql://city@localhost/guangyue", "postgresql://h:port/city"]
)
def test_an_address_that_is_none_is_told_how_to_be_written(written: str) -> None:
    assert "postgresql://用户:密码@主机:端口/库名" in refusal_of(written)


def test_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    sentence = refusal_of(f"postgresql://city:secret@127.0.0.1:{port}/guangyue")
    assert sentence.startswith("连不上数据库")
    assert sentence.endswith("Connection refused")


def test_a_wrong_password_is_not_repeated(url: str) -> None:
    sentence = refusal_of(url.replace(f":{urlsplit(url).password}@", ":wrong-one@"))

    assert "password authentication failed" in sentence
    assert "wrong-one" not in sentence


def test_a_database_that_is_not_there(url: str) -> None:
    assert 'database "elsewhere" does not exist' in refusal_of(at_database("elsewhere"))


def test_a_server_older_than_fifteen(fourteen: int) -> None:
    assert "数据库是 PostgreSQL 14，本系统需要 15 或更新" in refusal_of(
        f"postgresql://city@127.0.0.1:{fourteen}/city"
    )


def test_a_database_that_cannot_hold_chinese(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("create database ascii encoding 'SQL_ASCII' locale 'C' template template0")
    try:
        assert "编码是 SQL_ASCII" in refusal_of(at_database("ascii"))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("drop database ascii")
