"""A state folder to measure in, and the city running from it as anyone would start it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

GUANGYUE = (sys.executable, "-m", "guangyue.operations.command")
READY = "已就绪"


@dataclass(frozen=True)
class Running:
    """`guangyue run`, from the moment its first page answered; `took` is how long that was."""

    process: subprocess.Popen[str]
    port: int
    took: float

    def answers(self, page: str = "/") -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{page}", timeout=10) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@dataclass(frozen=True)
class Home:
    """A state folder."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What somebody at a terminal has who has chosen nothing but the folder."""
        given = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return given | {"GY_HOME": str(self.folder), "PYTHONUNBUFFERED": "1"}

    def guangyue(self, *words: str) -> None:
        subprocess.run([*GUANGYUE, *words], check=True, env=self.environment, stdout=subprocess.DEVNULL)

    @contextmanager
    def running(self, *options: str) -> Iterator[Running]:
        """`guangyue run`, on a free port, until we leave."""
        port = _free_port()
        command = [*GUANGYUE, "run", "--port", str(port), *options]
        begun = time.perf_counter()
        with (
            (self.folder / "run.log").open("w") as log,
            subprocess.Popen(
                command, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True
            ) as process,
        ):
            try:
                assert process.stdout is not None
                if not any(READY in line for line in process.stdout):
                    raise RuntimeError(f"the city did not start: {Path(log.name).read_text()}")
                yield Running(process, port, time.perf_counter() - begun)
            finally:
                process.terminate()

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.lstat().st_blocks * 512 for file in self.folder.rglob("*"))


@contextmanager
def home_of_its_own() -> Iterator[Home]:
    """A folder that the database's user can go through, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="guangyue-bench-"))
    folder.chmod(0o711)
    try:
        yield Home(folder)
    finally:
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
