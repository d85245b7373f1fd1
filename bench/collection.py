"""A library to measure: invented documents and five issues, released, and running as the public reads it."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from bench.client import Browser
from bench.home import Home
from bench.issues import issue_files
from guangyue.gazette.models import PrintedDocument
from guangyue.library.services.correcting import confirm_doubt
from guangyue.library.services.intake import import_file
from guangyue.library.services.releasing import check_edition, release_edition
from guangyue.library.synthetic import build_library


def prepare_collection(*, documents: int) -> None:
    """In the state folder of this process. What is there already stays as it is."""
    Home(settings.HOME).guangyue("prepare")
    if PrintedDocument.objects.exists():
        return
    begun = time.monotonic()
    build_library(documents=documents, at=timezone.now())
    with tempfile.TemporaryDirectory() as folder:
        for path in issue_files(Path(folder)):
            release(path)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(
        f"filled: {PrintedDocument.objects.count():,} documents, {time.monotonic() - begun:.0f} s", flush=True
    )


def release(path: Path) -> None:
    """As it was read: what is doubtful is confirmed unseen."""
    at = timezone.now()
    with path.open("rb") as file:
        edition = import_file(file=file, name=path.name, by=None, at=at).edition
    for doubt in edition.doubts.filter(blocks=True):
        confirm_doubt(doubt=doubt, by=None, at=at)
    release_edition(edition=check_edition(edition=edition, by=None, at=at), by=None, at=at)


@contextmanager
def reader() -> Iterator[Browser]:
    """Somebody who is not signed in, before the running city."""
    with Home(settings.HOME).running() as running:
        browser = Browser(running.port)
        try:
            yield browser
        finally:
            browser.close()
