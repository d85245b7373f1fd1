"""The embedded PostgreSQL: started by the first process that needs it, stopped by the last that leaves."""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, urlencode

from guangyue.operations.binaries import server_version
from guangyue.operations.processes import end_with_parent
from guangyue.operations.server_user import ServerUser, make_passable
from guangyue.operations.state import kept_secret
from guangyue.operations.trouble import Trouble

DATABASE = "guangyue"
SUPERUSER = "guangyue"
PORT = "5432"  # only part of the socket's name: the server does not listen on the network
LONGEST_SOCKET_PATH = 107
SHORT = Path("/tmp")  # noqa: S108  the folder made in it is checked to be the server's own

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": PORT,
    "max_connections": "40",
    "shared_buffers": "64MB",
    "max_logical_replication_workers": "0",
    "log_min_duration_statement": "1s",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
THROWN_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",  # it would find tables empty just before a test fills them, and plans follow it
}


class Cluster:
    """内嵌数据库: a PostgreSQL server over one folder, shared by all processes that have started it."""

    def __init__(self, home: Path, binaries: Path, *, durable: bool = True) -> None:
        self.home = home.resolve()
        self.binaries = binaries
        self.durable = durable
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        self._user = ServerUser.for_data(self.data)
        self._process: subprocess.Popen[bytes] | None = None
        self._use: int | None = None

    def __enter__(self) -> "Cluster":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Return once the server answers, a running one or a new one, and hold on to it until `stop`."""
        try:
            with self._alone():
                if not self.data.exists():
                    self._create()
                if not self.is_running():
                    self._launch()
                self._wait_until_ready()
                if self._use is None:
                    self._use = _lock(self.home / "users.lock", fcntl.LOCK_SH)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Let go of the server; whoever lets go last stops it."""
        with self._alone():
            if self._use is not None:
                os.close(self._use)
                self._use = None
            if self.is_running() and not self._is_used():
                mode = "fast" if self.durable else "immediate"
                self._run("pg_ctl", "stop", "-D", self.data, "-m", mode, "-t", "86400")
                if self._process is not None:
                    self._process.wait()

    def destroy(self) -> None:
        """Stop the server and remove all it holds."""
        self.stop()
        shutil.rmtree(self.home)
        shutil.rmtree(self.sockets, ignore_errors=True)

    def is_running(self) -> bool:
        """Whether the process in the pid file is this server: the file outlives it and numbers return."""
        return self._works_here(self._pid())

    def url(self, database: str = DATABASE) -> str:
        options = urlencode({"host": self.sockets, "port": PORT})
        password = kept_secret(self.home / "password")
        return f"postgresql://{SUPERUSER}:{password}@/{quote(database, safe='')}?{options}"

    @property
    def sockets(self) -> Path:
        """The socket's folder: beside the data, unless its path were longer than a socket's can be."""
        beside = self.home / "run"
        if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH:
            return beside
        return SHORT / f"guangyue-{hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Starting and stopping are done by one process at a time."""
        make_passable(self.home)
        if not self._user.can_enter(self.home):
            raise Trouble(f"数据库的系统用户进不了 {self.home}：请用 GY_HOME 另选目录，如 /var/lib/guangyue")
        lock = _lock(self.home / "start.lock", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(lock)

    def _is_used(self) -> bool:
        try:
            os.close(_lock(self.home / "users.lock", fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            return True
        return False

    def _create(self) -> None:
        """Make the data in full, then give it its name: a half-made cluster is never taken for one."""
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        self._user.make_folder(fresh)
        options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
        if server_version(self.binaries) >= 17:
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.durable:
            options += ["--no-sync"]
        with tempfile.NamedTemporaryFile("w") as password:
            password.write(kept_secret(self.home / "password"))
            password.flush()
            self._user.give(Path(password.name))
            self._run("initdb", "-D", fresh, "--username", SUPERUSER, "--pwfile", password.name, *options)
        self._run("postgres", "--single", "-D", fresh, "template1", stdin=f"create database {DATABASE}\n")
        fresh.rename(self.data)

    def _launch(self) -> None:
        if self._process is not None:
            self._process.wait()
        self._wait_for_leavers()
        self._make_sockets()
        chosen = SETTINGS | (DURABLE if self.durable else THROWN_AWAY)
        options = [f"--{name}={value}" for name, value in chosen.items()]
        written = self._written()
        self.log.touch(mode=0o600)
        with self.log.open("ab") as log:
            self._process = self._user.start(
                *(str(self.binaries / "postgres"), "-D", str(self.data), "-k", str(self.sockets), *options),
                log=log,
                before=None if self.durable else partial(end_with_parent, signal.SIGINT),
            )
        while not self.is_running():
            if self._process.poll() is not None:
                raise _why_not(self.log.read_bytes()[written:])
            time.sleep(0.01)

    def _wait_until_ready(self) -> None:
        """A server that still replays its log is on its way: it is waited for, however long that takes."""
        written = self._written()
        ask = (self.binaries / "pg_isready", "-q", "-h", self.sockets, "-p", PORT)
        while self._user.run(*ask).returncode != 0:
            if not self.is_running():
                raise _why_not(self.log.read_bytes()[written:])
            time.sleep(0.02)

    def _wait_for_leavers(self) -> None:
        """Children of a killed server go soon. The pid file it left goes too if the number is another's now;
        its lock on the socket in any case, for whoever has that number would seem to hold it."""
        until = time.monotonic() + 30
        while any(self._works_here(int(name)) for name in os.listdir("/proc") if name.isdigit()):
            if time.monotonic() > until:
                raise Trouble(f"{self.data} 仍有旧的数据库进程未退出：请查看 {self.log}，结束该进程后重试")
            time.sleep(0.05)
        if (pid := self._pid()) and Path(f"/proc/{pid}").exists():
            (self.data / "postmaster.pid").unlink()
        (self.sockets / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)

    def _make_sockets(self) -> None:
        if not self.sockets.exists():
            self._user.make_folder(self.sockets)
        elif not self._user.owns(self.sockets):
            raise Trouble(f"{self.sockets} 属于另一个用户：请用 GY_HOME 选一个路径较短的状态目录")

    def _run(self, program: str, *arguments: str | Path, stdin: str = "") -> None:
        done = self._user.run(self.binaries / program, *arguments, stdin=stdin)
        if done.returncode != 0 or "ERROR:" in done.stdout:
            raise _why_not(done.stdout.encode())

    def _works_here(self, pid: int | None) -> bool:
        """Whether a process has the data as its working folder, as the server does; an ended one has none."""
        try:
            return os.readlink(f"/proc/{pid}/cwd") == str(self.data)
        except OSError:
            return False

    def _pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().partition("\n")[0])
        except (FileNotFoundError, ValueError):
            return None

    def _written(self) -> int:
        return self.log.stat().st_size if self.log.exists() else 0


def _lock(file: Path, how: int) -> int:
    """A lock that lasts as long as the process that holds it, or until it is closed."""
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, how)
    except OSError:
        os.close(held)
        raise
    return held


def _why_not(said: bytes) -> Trouble:
    """What the server said last, as one line."""
    lines = said.decode(errors="replace").strip().splitlines() or ["没有留下日志"]
    if any("No space left on device" in line for line in lines):
        return Trouble("磁盘已满，数据库无法写入：请清理磁盘，或用 GY_HOME 换一个有空间的目录")
    telling = [line for line in lines if "FATAL:" in line or "PANIC:" in line or "error:" in line]
    return Trouble(f"数据库未能启动：{(telling or lines)[-1]}")
