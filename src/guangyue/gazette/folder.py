"""The folder of gazettes beside the repository, which keeps no texts itself: read when it is there."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from guangyue.gazette.reading.files import read_file
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import ReadDocument, ReadIssue

KINDS = (".txt", ".md")


def gazette_files() -> Mapping[str, Path]:
    """By name, in the order of their issues; none where there is no folder."""
    folder: Path = settings.GAZETTES
    if not folder.is_dir():
        return {}
    return {path.name: path for path in sorted(folder.iterdir()) if path.suffix in KINDS}


def read_gazette(path: Path) -> ReadIssue:
    """As the file stands now."""
    return _read(path, path.stat().st_mtime_ns)


def find_in_folder(number: str) -> ReadDocument | None:
    """公文 of that number, in whichever file it is printed."""
    return next((document for document in _documents() if document.number == number), None)


def _documents() -> Iterator[ReadDocument]:
    for path in gazette_files().values():
        yield from read_gazette(path).documents


@cache
def _read(path: Path, changed: int) -> ReadIssue:
    with path.open("rb") as file:
        return read_issue(read_file(file, name=path.name).lines)
