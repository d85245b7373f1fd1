import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guangyue.operations.running import check_exposure, check_port
from guangyue.operations.trouble import Trouble

EVERYWHERE = "0.0.0.0"  # noqa: S104
GUANGYUE = (sys.executable, "-m", "guangyue.operations.command")


@contextmanager
def running_city(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """`guangyue run` over a state folder of its own, from the moment it says it is ready."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"GY_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    city = subprocess.Popen(
        [*GUANGYUE, "run", "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert city.stdout is not None
    try:
        said = next((line for line in city.stdout if "已就绪" in line), "")
        assert f"http://127.0.0.1:{port}" in said
        yield city
    finally:
        city.terminate()
        city.communicate()


def processes_of(home: Path) -> dict[int, str]:
    """Everything that runs for this state folder: command lines by number."""
    found = {}
    for process in Path("/proc").iterdir():
        try:
            mine = f"GY_HOME={home}\0".encode() in (process / "environ").read_bytes()
            if mine or (process / "cwd").readlink() == home / "postgresql" / "data":
                found[int(process.name)] = (process / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
    return found


def first_page_answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.2)


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
    return number


def test_what_crashes_comes_back_and_all_of_it_ends_together(folder: Path, port: int) -> None:
    with running_city(folder, port) as city:
        assert first_page_answers(port)

        web = next(pid for pid, line in processes_of(folder).items() if "manage web" in line)
        database = int((folder / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])
        os.kill(web, signal.SIGKILL)
        os.kill(database, signal.SIGKILL)

        wait_until(lambda: web not in processes_of(folder) and first_page_answers(port))

        city.send_signal(signal.SIGINT)
        city.wait()
        assert processes_of(folder) == {}


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
