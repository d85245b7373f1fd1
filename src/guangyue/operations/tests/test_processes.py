import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from guangyue.operations.processes import LONGEST_PAUSE, Child

PYTHON = sys.executable
FOR_EVER = "import time; time.sleep(600)"
DEAF = f"""
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
started = subprocess.Popen([sys.executable, "-c", {FOR_EVER!r}])
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(started.pid))
os.rename(sys.argv[1] + ".new", sys.argv[1])
time.sleep(600)
"""
PARENT = f"""
import os, sys, time
from guangyue.operations.processes import Child
print(Child("试验", (sys.executable, "-c", {FOR_EVER!r}), os.environ).pid, flush=True)
time.sleep(600)
"""


def child(program: str, *arguments: str, patience: float = 20) -> Child:
    return Child("试验", (PYTHON, "-c", program, *arguments), os.environ, patience=patience)


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_crashed_process_comes_back_after_a_pause(folder: Path) -> None:
    with child("import sys; open(sys.argv[1], 'a').write('.')", str(folder / "runs")) as crashing:
        crashed = time.monotonic()
        wait_until(crashing.has_ended)

        crashing.revive(crashed)
        crashing.revive(crashed + 0.9)
        assert (folder / "runs").read_text() == "."
        crashing.revive(crashed + 100)
        wait_until(crashing.has_ended)

        assert (folder / "runs").read_text() == ".."


def test_the_pause_grows_as_long_as_it_crashes_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with child("") as crashing:
        for _ in range(7):
            wait_until(crashing.has_ended)
            crashing.revive(time.monotonic())
            crashing.revive(time.monotonic() + LONGEST_PAUSE)

    said = capsys.readouterr().out
    assert re.findall(r"(\d+) 秒后重新启动", said) == ["1", "2", "4", "8", "16", "30", "30"]


def test_what_does_not_heed_a_request_to_end_is_ended_with_what_it_started(folder: Path) -> None:
    started = folder / "started"
    running = child(DEAF, str(started), patience=0.2)
    wait_until(started.exists)

    running.stop()

    assert running.has_ended()
    wait_until(lambda: not is_alive(int(started.read_text())))


def test_what_a_crashed_process_had_started_does_not_outlive_it(folder: Path) -> None:
    started = folder / "started"
    with child(DEAF, str(started)) as crashing:
        wait_until(started.exists)
        os.kill(crashing.pid, signal.SIGKILL)
        wait_until(crashing.has_ended)

        crashing.revive(time.monotonic())

        wait_until(lambda: not is_alive(int(started.read_text())))


def test_a_child_does_not_outlive_a_parent_that_was_killed() -> None:
    parent = subprocess.Popen([PYTHON, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())

    parent.send_signal(signal.SIGKILL)
    parent.communicate()

    wait_until(lambda: not is_alive(pid))
