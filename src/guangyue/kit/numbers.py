"""编号: official numbers from a sequence of the database, never given twice."""

from datetime import datetime

from django.db import connection
from django.utils.timezone import localdate


def next_number(prefix: str, sequence: str, *, at: datetime) -> str:
    """SQ20210430000001."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval(%s)", [sequence])
        (number,) = cursor.fetchone()
    return f"{prefix}{localdate(at):%Y%m%d}{number:06d}"
