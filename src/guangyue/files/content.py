"""内容 of files in the state folder: each lies once, under its fingerprint, whole or not at all."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

from guangyue.files.models import File
from guangyue.files.refusals import ContentLost

SMALL = ".small"  # beside a picture, its small one for pages


def read_content(file: File) -> bytes:
    return _read(place_of(file.sha256))


def read_small(file: File) -> bytes:
    """小图 of a picture, as JPEG."""
    return _read(place_of(file.sha256 + SMALL))


def place_of(name: str) -> Path:
    """…/ab/cd/abcd…: no folder grows too large."""
    return Path(settings.MEDIA_ROOT) / name[:2] / name[2:4] / name


def store(name: str, content: bytes) -> None:
    """On disk before this returns, under its name only when it is whole. What is there already is touched,
    so that nobody takes it for left over."""
    place = place_of(name)
    if place.exists():
        place.touch()
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(place)
    for folder in (place.parent, place.parent.parent, place.parent.parent.parent):
        _keep_folder(folder)


def _keep_folder(folder: Path) -> None:
    """A name is durable once its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        raise ContentLost from None
