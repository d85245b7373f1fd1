"""收下附件: a file is looked into, cleaned, stored, and only then has a row."""

import re
import unicodedata
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction

from guangyue.accounts.models import User
from guangyue.files.content import SMALL, store
from guangyue.files.inspection import inspect
from guangyue.files.models import File

LONGEST_NAME = 100
NAMELESS = "附件"
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "application/ofd": ".ofd",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
KEEPING = 0x66696C65  # of the lock that uploads share and the sweep takes alone

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_HARMFUL = re.compile(r'[<>:"|?*/\\]')


def keep_file(*, upload: "UploadedFile[Any]", by: User | None, at: datetime, field: str = "file") -> File:
    """收下: what it is was read from its content; pictures lose all that the camera wrote beside them."""
    seen = inspect(upload, field=field)
    fingerprint = sha256(seen.content).hexdigest()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock_shared(%s)", [KEEPING])
        store(fingerprint, seen.content)
        if seen.small:
            store(fingerprint + SMALL, seen.small)
        return File.objects.create(
            name=harmless_name(upload.name or "", media_type=seen.media_type),
            media_type=seen.media_type,
            size=len(seen.content),
            sha256=fingerprint,
            pages=seen.pages,
            taken_at=seen.taken_at,
            kept_by=by,
            kept_at=at,
        )


def harmless_name(name: str, *, media_type: str) -> str:
    """No folders, nothing that cannot be seen, and the ending of what it really is."""
    shown = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C")
    last = re.split(r"[/\\]", shown)[-1]
    stem = _HARMFUL.sub("", _ENDING.sub("", last)).strip(". ")
    return (stem[:LONGEST_NAME] or NAMELESS) + ENDINGS[media_type]
