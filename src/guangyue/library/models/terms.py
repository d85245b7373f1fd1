"""施行期: from when to when a released document is in force, and what has repealed it."""

from datetime import date

from django.db import models
from django.db.models import Q

from guangyue.gazette.models import PrintedDocument


class TermQuerySet(models.QuerySet["Term"]):
    def in_force(self, on: date) -> "TermQuerySet":
        return self.filter(in_force(on))


class Term(models.Model):
    """施行期, put together from what the document itself says and from later ones that repeal it."""

    document = models.OneToOneField(
        PrintedDocument, models.CASCADE, primary_key=True, related_name="term", verbose_name="公文"
    )
    since = models.DateField("施行日期", null=True, db_index=True)
    until = models.DateField("有效期至", null=True, db_index=True)
    said_by = models.CharField("依据条款", max_length=60, blank=True)
    event = models.CharField("终止事件", max_length=120, blank=True)
    repealed_on = models.DateField("废止日期", null=True)
    repealed_by = models.ForeignKey(
        PrintedDocument, models.SET_NULL, null=True, related_name="+", verbose_name="废止它的公文"
    )
    repealed_in = models.CharField("废止它的条款", max_length=60, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "施行期"


def in_force(on: date, *, term: str = "") -> Q:
    """Whether a term covers a day; `term` leads to it from another model, e.g. `term__`."""
    return (
        Q(**{f"{term}since__lte": on})
        & (Q(**{f"{term}until__isnull": True}) | Q(**{f"{term}until__gte": on}))
        & (Q(**{f"{term}repealed_on__isnull": True}) | Q(**{f"{term}repealed_on__gt": on}))
    )
