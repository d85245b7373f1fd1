"""Facts, as their owners stated them: rows are only ever added, the database refuses anything else."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.registries.facts import FactKind, kind_of
from guangyue.registries.models.subjects import Firm, Household, Person, Place, Subject


class FactQuerySet(models.QuerySet["Fact"]):
    def about(self, subject: Subject) -> "FactQuerySet":
        return self.filter(**{subject.about.value: subject})

    def of(self, kind: FactKind) -> "FactQuerySet":
        return self.filter(kind=kind.key)

    def recorded_by_then(self, at: datetime) -> "FactQuerySet":
        """What the city had been told at that moment."""
        return self.filter(recorded_at__lte=at)


class Fact(models.Model):
    """事实: from a day on, something is so; and since a moment, the city knows it.

    `item` tells apart the facts of a kind of which there are several at once. A null value says that its
    owner does not know. What was stated wrongly is stated again for the same day, or withdrawn for that day;
    the first statement stays.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, db_index=False, related_name="facts")
    household = models.ForeignKey(Household, models.PROTECT, null=True, db_index=False, related_name="facts")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, db_index=False, related_name="facts")
    place = models.ForeignKey(Place, models.PROTECT, null=True, db_index=False, related_name="facts")
    kind = models.CharField("事实", max_length=40)
    item = models.CharField("编号", max_length=40, blank=True)
    value = models.JSONField("取值", null=True)
    withdrawn = models.BooleanField("撤回", default=False)
    since = models.DateField("自何日起")
    recorded_at = models.DateTimeField("登记时间")
    source = models.CharField("来源", max_length=120)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="登记人"
    )

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "事实"
        indexes = (
            *(
                models.Index(
                    fields=[about, "kind"],
                    condition=Q(**{f"{about}__isnull": False}),
                    name=f"facts_of_{about}",
                )
                for about in ("person", "household", "firm", "place")
            ),
            models.Index(fields=["value"], condition=Q(kind="employer"), name="facts_of_workers"),
        )
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(person__isnull=False, household=None, firm=None, place=None)
                    | Q(person=None, household__isnull=False, firm=None, place=None)
                    | Q(person=None, household=None, firm__isnull=False, place=None)
                    | Q(person=None, household=None, firm=None, place__isnull=False)
                ),
                name="fact_about_one_thing",
            ),
        )

    @property
    def subject(self) -> Subject:
        subject = self.person or self.household or self.firm or self.place
        assert subject is not None
        return subject

    @property
    def declared(self) -> FactKind:
        return kind_of(self.subject.about, self.kind)
