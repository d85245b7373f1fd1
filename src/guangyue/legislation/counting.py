"""Comments counted: by article and stance, how many wait, and what they hint at."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from guangyue.legislation.kinds import INDIVIDUALLY_ANSWERED, Stance
from guangyue.legislation.models import Article, Comment, LegislativeTerms, PublicConsultation
from guangyue.legislation.models.consultations import PublicConsultationQuerySet
from guangyue.legislation.obligations import Flag, Voices, hinted

COUNTED: tuple[Literal["all", "for_it", "amending", "against", "waiting", "singly"], ...] = (
    "all",
    "for_it",
    "amending",
    "against",
    "waiting",
    "singly",
)


@dataclass(frozen=True)
class ArticleVoices:
    """What was said of an article, or of the whole: how many in all, for, against, and waiting."""

    article: Article | None
    all: int = 0
    for_it: int = 0
    amending: int = 0
    against: int = 0
    waiting: int = 0
    singly: int = 0  # of these, how many wait for an answer of their own

    @property
    def label(self) -> str:
        return self.article.label if self.article else "全文"


def by_article(consultation: PublicConsultation, articles: Sequence[Article]) -> list[ArticleVoices]:
    """Only what was commented on, in the order of the draft; the whole first."""
    waiting = Q(reply=None)
    rows = (
        Comment.objects.filter(consultation=consultation)
        .order_by()
        .values("article")
        .annotate(
            all=Count("pk"),
            for_it=Count("pk", filter=Q(stance=Stance.FOR)),
            amending=Count("pk", filter=Q(stance=Stance.AMEND)),
            against=Count("pk", filter=Q(stance=Stance.AGAINST)),
            waiting=Count("pk", filter=waiting),
            singly=Count("pk", filter=waiting & Q(speaker__in=INDIVIDUALLY_ANSWERED)),
        )
    )
    counted = {row["article"]: {name: row[name] for name in COUNTED} for row in rows}
    places: list[Article | None] = [None, *articles]
    keys = [(place, place.pk if place else None) for place in places]
    return [ArticleVoices(place, **counted[key]) for place, key in keys if key in counted]


def voices_of(counted: Sequence[ArticleVoices]) -> Voices:
    return Voices(sum(one.all for one in counted), sum(one.against for one in counted))


def hints_of(voices: Voices, terms: LegislativeTerms | None) -> set[Flag]:
    """Without terms nothing is hinted."""
    if terms is None:
        return set()
    share = Decimal(terms.opposing_percent) / 100
    return hinted(voices, opposing_share=share, many_comments=terms.many_comments)


def with_counts(rows: PublicConsultationQuerySet) -> PublicConsultationQuerySet:
    """Each with how many comments it has, and how many wait."""
    mine = Comment.objects.filter(consultation=OuterRef("pk")).order_by().values("consultation")
    many = mine.annotate(many=Count("pk")).values("many")
    waiting = mine.filter(reply=None).annotate(many=Count("pk")).values("many")
    return rows.annotate(many=Coalesce(Subquery(many), 0), waiting=Coalesce(Subquery(waiting), 0))
