"""答复意见: one by one, or all of an article that say the same with one reason; never a deputy in a heap."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused
from guangyue.legislation.kinds import Uptake
from guangyue.legislation.models import Article, Comment, PublicConsultation, Reply
from guangyue.legislation.models.comments import CommentQuerySet
from guangyue.legislation.refusals import ClosedAlready
from guangyue.legislation.services.consulting import hold_consultation


@dataclass(frozen=True)
class Answer:
    """采纳情况和理由, and what the comments come to in a sentence."""

    uptake: Uptake
    reason: str
    summary: str


@dataclass(frozen=True)
class Group:
    """一组意见: of an article, or of the whole; by what they say for or against, and by words in them."""

    article: Article | None
    stance: str = ""
    words: str = ""

    def of(self, consultation: PublicConsultation) -> CommentQuerySet:
        """Those that still wait, and may be answered together."""
        rows = Comment.objects.filter(consultation=consultation, article=self.article)
        if self.stance:
            rows = rows.filter(stance=self.stance)
        if self.words:
            rows = rows.filter(text__contains=self.words)
        return rows.unanswered().answered_together()


@transaction.atomic
def answer_comment(*, comment: Comment, answer: Answer, by: User, at: datetime) -> Reply:
    """单独答复; an answer can be given again until the consultation is closed."""
    consultation = _answerable(comment.consultation)
    reply = _reply(consultation, comment.article, answer, said_by=comment.shown_by, by=by, at=at)
    Comment.objects.filter(pk=comment.pk).update(reply=reply)
    return reply


@transaction.atomic
def answer_group(
    *, consultation: PublicConsultation, group: Group, answer: Answer, by: User, at: datetime
) -> int:
    """成组答复: how many it answered."""
    consultation = _answerable(consultation)
    waiting = group.of(consultation)
    if not waiting.exists():
        raise Refused("这一组没有待答复的意见；人大代表、政协委员的意见要单独答复。", field="words")
    reply = _reply(consultation, group.article, answer, by=by, at=at)
    return waiting.update(reply=reply)


def _answerable(consultation: PublicConsultation) -> PublicConsultation:
    consultation = hold_consultation(consultation)
    if consultation.closed_at:
        raise ClosedAlready
    return consultation


def _reply(
    consultation: PublicConsultation,
    article: Article | None,
    answer: Answer,
    *,
    said_by: str = "",
    by: User,
    at: datetime,
) -> Reply:
    for field in ("reason", "summary"):
        if any(find_unmasked(getattr(answer, field), on=at.date())):
            raise Refused("有完整的公民身份号码，公布以前请把中间的数字改成星号。", field=field)
    return Reply.objects.create(
        consultation=consultation,
        article=article,
        **vars(answer),
        single=bool(said_by),
        said_by=said_by,
        by=by,
        at=at,
    )
