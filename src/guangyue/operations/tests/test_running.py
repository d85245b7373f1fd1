import os
import socket
import subprocess
from pathlib import Path

import pytest

from guangyue.operations.running import check_exposure, check_port
from guangyue.operations.tests.a_city import GUANGYUE
from guangyue.operations.trouble import Trouble

EVERYWHERE = "0.0.0.0"  # noqa: S104


def test_a_port_in_use_is_said_before_anything_is_started(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        done = subprocess.run(
            [*GUANGYUE, "run", "--port", str(port)],
            env={**os.environ, "GY_HOME": str(folder / "state")},
            capture_output=True,
            text=True,
        )

    assert done.returncode == 1
    assert done.stderr == f"guangyue：端口 {port} 已被占用：请停止占用它的程序，或用 --port 换一个\n"
    assert not (folder / "state").exists()


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("127.0.0.1", 70_000, "没有 70000 这个端口"),
        ("203.0.113.7", 8000, "本机没有 203.0.113.7 这个地址"),
        ("nowhere.invalid", 8000, "本机没有 nowhere.invalid 这个地址"),
    ],
)
def test_an_address_that_cannot_be_is_said(host: str, port: int, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence):
        check_port(host, port)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_a_demo_runs_on_this_machine(host: str) -> None:
    check_exposure(host, demo=True)


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.1.5", "demo.example.gov.cn"])
def test_a_demo_is_never_open_to_others(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GY_HOSTS", "demo.example.gov.cn")

    with pytest.raises(Trouble, match="只能在本机访问"):
        check_exposure(host, demo=True)


def test_a_city_open_to_others_says_under_which_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GY_HOSTS", raising=False)
    with pytest.raises(Trouble, match="GY_HOSTS"):
        check_exposure(EVERYWHERE, demo=False)

    monkeypatch.setenv("GY_HOSTS", "zwfw.example.gov.cn")
    check_exposure(EVERYWHERE, demo=False)
