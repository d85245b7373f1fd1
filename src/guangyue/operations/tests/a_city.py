"""A whole city that runs for a test: `guangyue run`, its processes, and what it answers."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

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
