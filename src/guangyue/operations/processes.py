"""The processes of a running city: brought back when they crash, and stopped with us, however we end."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from types import TracebackType

from guangyue.operations.trouble import say

PR_SET_PDEATHSIG = 1
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds
STEADY = 60.0  # seconds after which a process counts as healthy again


def end_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """Called in a new child: asks Linux to send it a signal when its parent is gone, killed or not."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)


def stop_on_signals() -> None:
    """Turn the first Ctrl-C or SIGTERM into an exit that cleans up; those that follow do not cut it short."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


def _stop(number: int, _frame: object) -> None:
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)


class Child:
    """A process that is to run for as long as we do."""

    def __init__(
        self, title: str, command: tuple[str, ...], environment: Mapping[str, str], *, patience: float = 20.0
    ) -> None:
        self.title = title
        self._command = command
        self._environment = environment
        self._patience = patience  # seconds that it has to finish what it does
        self._pause = SHORTEST_PAUSE / 2
        self._again_at = 0.0
        self._start()

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        return self._process.pid

    def has_ended(self) -> bool:
        """Asked without taking note of it: until we do, nobody else gets its number, nor its group's."""
        return self._process.returncode is not None or bool(
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        )

    def revive(self, now: float) -> None:
        """Start it again when it has crashed: soon, and later each time that it crashes at once."""
        if not self.has_ended():
            return
        if not self._again_at:
            self._end_group()
            steady = now - self._since > STEADY
            self._pause = SHORTEST_PAUSE if steady else min(self._pause * 2, LONGEST_PAUSE)
            self._again_at = now + self._pause
            print(say(f"{self.title}意外退出，{self._pause:.0f} 秒后重新启动"), flush=True)
        elif now >= self._again_at:
            self._start()

    def stop(self) -> None:
        """Ask it to end and, when it does not, end it."""
        until = time.monotonic() + self._patience
        if self._process.returncode is None:
            os.kill(self.pid, signal.SIGTERM)
        while not self.has_ended() and time.monotonic() < until:
            time.sleep(0.05)
        self._end_group()

    def _end_group(self) -> None:
        """What it started goes with it: a server that was killed leaves children that still hold the port."""
        if self._process.returncode is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()

    def _start(self) -> None:
        self._again_at = 0.0
        self._since = time.monotonic()
        # In a session of its own: a Ctrl-C reaches us alone, and we stop all in order.
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            start_new_session=True,
            preexec_fn=end_with_parent,  # noqa: PLW1509  we have one thread
        )


def run_in_front(command: tuple[str, ...], environment: Mapping[str, str]) -> int:
    """Run a command that has the terminal, Ctrl-C included, and return its exit code."""
    process = subprocess.Popen(command, env=environment)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return process.wait()
    finally:
        process.terminate()
        process.wait()
        signal.signal(signal.SIGINT, before)
