"""更正: what somebody says is wrong, and what the department that owns the fact answered."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.clocks import Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import FactKind, kind_of
from guangyue.registries.models.facts import Fact
from guangyue.registries.models.subjects import Firm, Household, Person, Place, Subject

ANSWERED_WITHIN = Limit(10, Unit.WORKING_DAY)


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def about(self, subject: Subject) -> "CorrectionQuerySet":
        return self.filter(**{subject.about.value: subject})

    def open(self) -> "CorrectionQuerySet":
        return self.filter(answered_at=None)

    def within(self, scope: Scope) -> "CorrectionQuerySet":
        """Those that the organisations covered are to answer."""
        return self.filter(scope.rows(region="region_id", organisation="owner_id"))


class Correction(models.Model):
    """更正申请: raised by whom the fact concerns, or by another department; answered by its owner, once."""

    class Answer(models.TextChoices):
        CORRECTED = "corrected", "已更正"
        WITHDRAWN = "withdrawn", "已撤回该条记录"
        REFUSED = "refused", "经核实无误，不予更正"

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="corrections")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="corrections")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="corrections")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="corrections")
    kind = models.CharField("事实", max_length=40)
    item = models.CharField("编号", max_length=40, blank=True)
    region = models.ForeignKey(
        "organisations.Region", models.PROTECT, related_name="+", verbose_name="所在镇街"
    )
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="主管部门")
    proposed = models.JSONField("建议更正为", null=True)
    reason = models.CharField("理由", max_length=500)
    raised_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="申请人")
    raised_at = models.DateTimeField("申请时间")
    answer = models.CharField("答复", max_length=10, choices=Answer, blank=True)
    said = models.CharField("答复说明", max_length=500, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)
    fact = models.OneToOneField(Fact, models.PROTECT, null=True, related_name="correction")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "更正申请"
        indexes = (
            models.Index(
                fields=["owner", "raised_at"], condition=Q(answered_at=None), name="corrections_open"
            ),
        )

    def get_absolute_url(self) -> str:
        return reverse("registries:correction", args=[self.pk])

    @property
    def subject(self) -> Subject:
        subject = self.person or self.household or self.firm or self.place
        assert subject is not None
        return subject

    @property
    def declared(self) -> FactKind:
        return kind_of(self.subject.about, self.kind)

    @property
    def proposal(self) -> str:
        return "" if self.proposed is None else self.declared.show(self.proposed)

    @property
    def clock(self) -> Clock:
        return Clock(ANSWERED_WITHIN, self.raised_at)
