"""The state folder: all that a running city keeps on its machine, in one place to be copied or deleted."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from guangyue.operations.server_user import ServerUser, make_passable
from guangyue.operations.trouble import Trouble

CHECKOUT = Path(__file__).resolve().parents[3]
OF_THE_SYSTEM = Path("/var/lib/guangyue")


def home() -> Path:
    """GY_HOME; else `var` in the checkout; else, if the database's user cannot enter it, the system's own."""
    if chosen := os.environ.get("GY_HOME"):
        folders = [Path(chosen).absolute()]
    else:
        folders = [CHECKOUT / "var", OF_THE_SYSTEM]
    for folder in folders:
        if _is_usable(folder):
            return folder
    tried = "、".join(map(str, folders))
    raise Trouble(f"状态目录不可用（{tried}）：请用 GY_HOME 指定一个可写、且数据库系统用户能够进入的目录")


def secret(name: str) -> str:
    """A secret of the city, made when it is first asked for and the same ever after."""
    folder = home() / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    return kept_secret(folder / name)


def kept_secret(file: Path) -> str:
    """The secret in a file that only its owner reads; two processes that make it at once get the same."""
    if not file.exists():
        with tempfile.NamedTemporaryFile("w", dir=file.parent) as made:
            made.write(secrets.token_urlsafe(40))
            made.flush()
            os.fsync(made.fileno())
            with suppress(FileExistsError):
                os.link(made.name, file)
    return file.read_text(encoding="ascii")


def _is_usable(folder: Path) -> bool:
    try:
        make_passable(folder)
    except OSError:
        return False
    server = ServerUser.for_data(folder / "postgresql" / "data")
    return os.access(folder, os.W_OK | os.X_OK) and server.can_enter(folder)
