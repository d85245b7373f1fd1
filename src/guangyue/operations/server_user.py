"""Who the database server runs as, for PostgreSQL refuses root, and the folders on that user's way."""

import os
import pwd
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from guangyue.operations.trouble import Trouble

# Nothing of the caller's environment (PGDATA, PGPORT, a locale) may change what the server does.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


@dataclass(frozen=True)
class ServerUser:
    """A system user by its numbers; neither is given where the server runs as ourselves."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def for_data(cls, data: Path) -> "ServerUser":
        """The owner of the data if there are any; otherwise ourselves or, for root, a user without rights."""
        if os.geteuid() != 0:
            return cls()
        if data.exists() and (owner := data.stat()).st_uid != 0:
            return cls(owner.st_uid, owner.st_gid)
        for name in ("postgres", "nobody"):
            try:
                account = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(account.pw_uid, account.pw_gid)
        raise Trouble(
            "以 root 运行时，数据库需要一个系统用户：请先执行 useradd -r postgres，或改用普通用户运行"
        )

    def run(self, *command: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            check=False,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            env=ENVIRONMENT,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def start(
        self, *command: str | Path, log: IO[bytes], before: Callable[[], None] | None
    ) -> subprocess.Popen[bytes]:
        """Start a process in a session of its own, so that a Ctrl-C meant for us does not reach it."""
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=ENVIRONMENT,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
            start_new_session=True,
            preexec_fn=before,  # noqa: PLW1509  the caller has one thread
        )

    def can_enter(self, folder: Path) -> bool:
        return self.run("test", "-x", folder).returncode == 0

    def make_folder(self, folder: Path) -> None:
        """A new folder that this user alone can read."""
        folder.mkdir(mode=0o700)
        self.give(folder)

    def owns(self, path: Path) -> bool:
        return path.lstat().st_uid == (os.geteuid() if self.uid is None else self.uid)

    def give(self, path: Path) -> None:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def make_passable(folder: Path) -> None:
    """Make a folder, and the missing ones above it, that other users can go through. What is there stays."""
    if not folder.exists():
        make_passable(folder.parent)
        folder.mkdir()
        folder.chmod(0o711)
