"""核定: what was decided, with all that it was decided on; rows are only added."""

from datetime import UTC
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.grants.models.applications import Application
from guangyue.grants.models.rosters import Roster
from guangyue.grants.models.within import rows_within
from guangyue.kit.access import Scope
from guangyue.kit.fields import MoneyField
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person
from guangyue.rules.frozen import hash_of
from guangyue.rules.verdicts import Status
from guangyue.systems.offered import Offered, offered_as


class GrantDecisionQuerySet(models.QuerySet["Decision"]):
    def granted(self) -> "GrantDecisionQuerySet":
        return self.filter(outcome=Decision.Outcome.GRANTED)

    def standing(self) -> "GrantDecisionQuerySet":
        """Those that no later decision corrects."""
        return self.filter(corrected_by=None)

    def within(self, scope: Scope) -> "GrantDecisionQuerySet":
        return self.filter(rows_within(scope))


class Decision(models.Model):
    """核定: facts, rule and figures it was judged by, frozen; the verdict, and who answers for it.

    Its `hash` is over its `content`. A mistake is not mended here: another decision corrects it by name.
    """

    class Outcome(models.TextChoices):
        GRANTED = "granted", "予以发放"
        REFUSED = "refused", "不予发放"

    number = models.CharField("核定编号", max_length=20, unique=True)
    application = models.ForeignKey(
        Application, models.PROTECT, null=True, related_name="decisions", verbose_name="申请"
    )
    roster = models.ForeignKey(
        Roster, models.PROTECT, null=True, related_name="decisions", verbose_name="名册"
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正"
    )
    code = models.CharField("政策", max_length=60)
    item = models.CharField("事由", max_length=80, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="decisions")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="decisions")
    payee_name = models.CharField("领取人", max_length=200)
    payee_number = models.CharField("证件号码", max_length=40)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    on = models.DateField("依据哪一天的规定")
    known_at = models.DateTimeField("依据何时已知的参数")
    facts = models.JSONField("事实")
    sources = models.JSONField("来源")
    figures = models.JSONField("参数")
    restrictions = models.JSONField("信用措施", default=list)
    fingerprint = models.CharField("规则指纹", max_length=64)
    rule_key = models.CharField("规则", max_length=60)
    rule_since = models.DateField("规则自何日起", null=True)
    rule_until = models.DateField("规则至何日止", null=True)
    verdict = models.JSONField("判定")
    status = models.CharField("判定结果", max_length=16, choices=[(one.name, one.value) for one in Status])
    outcome = models.CharField("结论", max_length=10, choices=Outcome)
    amount = MoneyField("金额", null=True)
    cites = models.CharField("依据", max_length=200)
    reason = models.CharField("理由", max_length=500, blank=True)
    hash = models.CharField("校验值", max_length=64)
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="核定人")
    decided_at = models.DateTimeField("核定时间")

    objects = GrantDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "核定"
        indexes = (
            models.Index(fields=["region", "decided_at"], name="decisions_of_region"),
            models.Index(fields=["code", "decided_at"], name="decisions_of_code"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(application=None) | Q(roster=None), name="decision_of_one_occasion"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.FOR_A_PERSON.name) | ~Q(reason=""),
                name="what_is_left_to_an_official_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("grants:decision", args=[self.number])

    @property
    def content(self) -> dict[str, Any]:
        """All that the hash is over; restrictions only where there were any."""
        restricted = {"restrictions": self.restrictions} if self.restrictions else {}
        return {
            "number": self.number,
            "code": self.code,
            "item": self.item,
            "payee": self.payee_number,
            "on": self.on.isoformat(),
            "known_at": self.known_at.astimezone(UTC).isoformat(),
            "facts": self.facts,
            "figures": self.figures,
            "fingerprint": self.fingerprint,
            "verdict": self.verdict,
            "outcome": self.outcome,
            "amount": self.amount.plain() if self.amount is not None else None,
            "reason": self.reason,
            **restricted,
        }

    @property
    def intact(self) -> bool:
        return hash_of(self.content) == self.hash

    @property
    def offered(self) -> Offered | None:
        return offered_as(self.code)

    @property
    def title(self) -> str:
        offered = self.offered
        return offered.title if offered else self.code

    @property
    def granted(self) -> bool:
        return self.outcome == self.Outcome.GRANTED
