"""更正: what a librarian says about the reading of an issue. The edition is read again at once."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.models import Doubt, Edition, HandCorrection
from guangyue.gazette.reading.corrections import Anchor, Confirm, Correction, as_json
from guangyue.kit.refusals import Refused
from guangyue.library.services.intake import lock_for_review
from guangyue.library.services.reading_again import read_edition


class NoSuchLine(Refused):
    sentence = "文件里没有这一行。"


class AlreadyWithdrawn(Refused):
    sentence = "这条更正已经撤回了。"


@transaction.atomic
def correct_edition(
    *, edition: Edition, correction: Correction, by: User | None, at: datetime, reason: str = ""
) -> HandCorrection:
    """更正: kept with the issue, and said again to each later edition of it."""
    edition = lock_for_review(edition)
    row = HandCorrection.objects.create(
        issue=edition.issue,
        kind=type(correction).__name__,
        content=as_json(correction),
        reason=reason,
        by=by,
        at=at,
    )
    read_edition(edition=edition)
    return row


def confirm_doubt(*, doubt: Doubt, by: User | None, at: datetime) -> HandCorrection:
    """确认无误: the reading is right, whatever looked doubtful."""
    anchor = anchor_at(doubt.edition, doubt.line_first)
    return correct_edition(edition=doubt.edition, correction=Confirm(anchor, doubt.key), by=by, at=at)


@transaction.atomic
def withdraw_correction(*, correction: HandCorrection, edition: Edition, by: User, at: datetime) -> None:
    """撤回: it is no longer said to this edition, nor to any later one."""
    edition = lock_for_review(edition)
    correction = HandCorrection.objects.select_for_update().get(pk=correction.pk, issue=edition.issue)
    if correction.withdrawn_at:
        raise AlreadyWithdrawn
    correction.withdrawn_by, correction.withdrawn_at = by, at
    correction.save(update_fields=["withdrawn_by", "withdrawn_at"])
    read_edition(edition=edition)


def anchor_at(edition: Edition, line: int, *, field: str = "") -> Anchor:
    """The line with what it says in the file."""
    lines = edition.lines
    if not 1 <= line <= len(lines):
        raise NoSuchLine(field=field)
    return Anchor(line, lines[line - 1])
