"""导入意见: tens of thousands that came by letter, as one long work; copied in, some thousands a step."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.models import Work
from guangyue.jobs.works import begin_work
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.progress import Progress
from guangyue.kit.sheets import Row
from guangyue.legislation.models import Comment, PublicConsultation
from guangyue.legislation.models.comments import new_code
from guangyue.legislation.permissions import DRAFT_RULES
from guangyue.legislation.refusals import ClosedAlready
from guangyue.legislation.services.consulting import hold_consultation
from guangyue.legislation.sheets import articles_of, as_stored

A_STEP = 5_000  # rows
ROWS = "rows.csv"
RECEIPTS = "select nextval('legislation_receipt_number') from generate_series(1, %s)"
COPY_IN = """
copy legislation_comment (receipt, code, consultation_id, article_id, stance, text, speaker, name, phone,
    name_shown, source, received_at, taken_by_id) from stdin
"""


def import_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User, at: datetime
) -> Progress:
    """The next rows; a consultation that was closed meanwhile takes no more."""
    done, total = int(checkpoint.get("done", 0)), int(options["total"])
    consultation = hold_consultation(PublicConsultation.objects.get(pk=options["consultation"]))
    if consultation.closed_at:
        raise ClosedAlready
    with (folder / ROWS).open(encoding="utf-8", newline="") as file:
        rows = list(islice(csv.reader(file), done, done + A_STEP))
    _copy(rows, consultation, by=by, at=at)
    done += len(rows)
    return Progress(
        done=done,
        total=total,
        checkpoint={"done": done},
        message=f"已导入 {done:,} 条意见",
        finished=done >= total,
    )


IMPORTING = WorkKind(
    "legislation.import",
    "导入意见",
    import_step,
    needs=DRAFT_RULES,
    opens=lambda options: reverse("legislation:desk_consultation", args=[options["number"]]),
)


@transaction.atomic
def begin_import(*, consultation: PublicConsultation, rows: Sequence[Row], by: User, at: datetime) -> Work:
    """Keep the rows until each is copied in, and put the copying into the queue."""
    if consultation.opens is None or consultation.closed_at:
        raise ClosedAlready
    options = {"consultation": consultation.pk, "number": consultation.number, "total": len(rows)}
    title = f"导入意见 {len(rows):,} 条：{consultation.title}"[:200]
    work = begin_work(kind=IMPORTING, by=by, at=at, title=title, options=options)
    work.folder.mkdir(parents=True, exist_ok=True)
    with (work.folder / ROWS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(map(as_stored, rows))
    return work


def _copy(rows: Sequence[Sequence[str]], consultation: PublicConsultation, *, by: User, at: datetime) -> None:
    articles = articles_of(consultation)
    with connection.cursor() as cursor:
        cursor.execute(RECEIPTS, [len(rows)])
        numbers = [number for (number,) in cursor.fetchall()]
        with cursor.copy(COPY_IN) as copy:
            for number, row in zip(numbers, rows, strict=True):
                article, stance, text, speaker, name, phone, shown, received = row
                copy.write_row(
                    (
                        f"HZ{at:%Y%m%d}{number:06d}",
                        new_code(),
                        consultation.pk,
                        articles.get(article),
                        stance,
                        text,
                        speaker,
                        name,
                        phone,
                        shown == "t",
                        Comment.Source.LETTER,
                        datetime.combine(date.fromisoformat(received), time(9), SHANGHAI),
                        by.pk,
                    )
                )
