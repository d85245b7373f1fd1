"""清理: contents that no row speaks of, because what they were uploaded for never came about."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

from guangyue.files.content import SMALL
from guangyue.files.models import File
from guangyue.files.services import KEEPING
from guangyue.jobs.declarations import job

LEFT_ALONE = timedelta(days=1)
FOLDER = "[0-9a-f][0-9a-f]"


@job("files.sweep", title="清理无主附件")
def sweep(*, at: datetime) -> None:
    """Only what is a day old, and never while a file is being kept: tomorrow is early enough."""
    orphans = list(_orphans(before=at - LEFT_ALONE))
    if not orphans:
        return
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [KEEPING])
        (alone,) = cursor.fetchone()
    for place in orphans if alone else ():
        if _is_old(place, before=at - LEFT_ALONE) and not _is_spoken_of(place):
            place.unlink(missing_ok=True)


def _orphans(*, before: datetime) -> Iterator[Path]:
    for place in Path(settings.MEDIA_ROOT).glob(f"{FOLDER}/{FOLDER}/*"):
        if _is_old(place, before=before) and not _is_spoken_of(place):
            yield place


def _is_old(place: Path, *, before: datetime) -> bool:
    return place.stat().st_mtime < before.timestamp()


def _is_spoken_of(place: Path) -> bool:
    return File.objects.filter(sha256=place.name.removesuffix(SMALL)).exists()
