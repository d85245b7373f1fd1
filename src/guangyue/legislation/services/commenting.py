"""提意见: by anybody, on articles or on the whole, under one receipt; or written down for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.legislation.kinds import Speaker, Stance
from guangyue.legislation.models import Article, Comment, PublicConsultation
from guangyue.legislation.models.comments import new_code
from guangyue.legislation.refusals import ClosedAlready, NotOpenNow


@dataclass(frozen=True)
class Said:
    """What is said of an article; without one, of the whole."""

    article: Article | None
    stance: Stance
    text: str


@dataclass(frozen=True)
class Author:
    """Who says it, as far as he tells."""

    speaker: Speaker
    name: str = ""
    phone: str = ""
    name_shown: bool = False


@transaction.atomic
def comment(
    *,
    consultation: PublicConsultation,
    said: Sequence[Said],
    author: Author,
    at: datetime,
    taken_by: User | None = None,
) -> Comment:
    """登记意见: online while it is open; by letter until it is answered. The first stands for the receipt."""
    if taken_by is None and not consultation.is_open(localdate(at)):
        raise NotOpenNow
    if consultation.opens is None or consultation.closed_at:
        raise ClosedAlready
    if not said:
        raise Refused("请至少写一条意见。", field="whole")
    receipt, code = next_number("HZ", "legislation_receipt_number", at=at), new_code()
    source = Comment.Source.LETTER if taken_by else Comment.Source.ONLINE
    comments = Comment.objects.bulk_create(
        Comment(
            receipt=receipt,
            code=code,
            consultation=consultation,
            article=one.article,
            stance=one.stance,
            text=one.text,
            speaker=author.speaker,
            name=author.name,
            phone=author.phone,
            name_shown=author.name_shown,
            source=source,
            received_at=at,
            taken_by=taken_by,
        )
        for one in said
    )
    return comments[0]
