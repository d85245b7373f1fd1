"""文件夹: files below the inbox that nobody is writing any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from os import stat_result
from pathlib import Path

from guangyue.gazette.reading.files import MEGABYTE, MOST_BYTES, TYPES
from guangyue.library.watching.found import CannotLook, CannotTake, FoundFile, NotYet

AT_REST = timedelta(seconds=20)  # a file that changed less long ago may still be growing
MOST = 500


def folder_below(root: Path, address: str) -> Path:
    """The folder that is meant, which must lie below the root, links followed."""
    root = root.resolve()
    folder = (root / address).resolve()
    if not folder.is_relative_to(root):
        raise CannotLook(f"文件夹须在收件目录 {root.name} 之下。", field="address")
    return folder


def files_in(folder: Path, *, at: datetime) -> Iterator[FoundFile]:
    """What can be read there, the oldest first; hidden files and other kinds are passed over."""
    if not folder.is_dir():
        raise CannotLook("文件夹不存在，或者系统没有打开它的权限。")
    try:
        found = [(path, path.stat()) for path in folder.iterdir() if _is_wanted(path)]
    except OSError as error:
        raise CannotLook("文件夹打不开，请检查权限。") from error
    for path, state in sorted(found, key=lambda one: one[1].st_mtime)[:MOST]:
        if datetime.fromtimestamp(state.st_mtime, at.tzinfo) <= at - AT_REST:
            yield FoundFile(path.name, path.name, version_of(state), partial(_read, path, state))


def version_of(state: stat_result) -> str:
    return f"{state.st_size}.{state.st_mtime_ns}"


def _is_wanted(path: Path) -> bool:
    hidden = path.name.startswith((".", "~"))
    return not hidden and path.suffix.lower() in TYPES and path.is_file() and not path.is_symlink()


def _read(path: Path, seen: stat_result) -> bytes:
    """Its bytes, if it is still the file that was seen."""
    if seen.st_size > MOST_BYTES:
        raise CannotTake(f"文件超过 {MOST_BYTES // MEGABYTE} MB，没有导入。")
    try:
        content = path.read_bytes()
        after = path.stat()
    except OSError as error:
        raise NotYet("文件读不出来，下次再看。") from error
    if version_of(after) != version_of(seen) or len(content) != seen.st_size:
        raise NotYet("文件还在写入，下次再看。")
    return content
