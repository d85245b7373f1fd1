"""匹配: where each payee stands with each policy, as of the last run and of what was learnt since."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.entitlements.states import State
from guangyue.kit.access import Scope
from guangyue.kit.money import Money
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person
from guangyue.systems.offered import Offered, offered_as

SOON = timedelta(days=30)
SHOWN = (State.ENTITLED, State.AUTOMATIC, State.UPCOMING, State.MAYBE)


class MatchQuerySet(models.QuerySet["Match"]):
    def within(self, scope: Scope) -> "MatchQuerySet":
        return self.filter(scope.rows(region="township_id"))

    def of_payee(self, payee: Person | Firm) -> "MatchQuerySet":
        return self.filter(person=payee) if isinstance(payee, Person) else self.filter(firm=payee)

    def shown(self) -> "MatchQuerySet":
        """What somebody is told of; what is over or refused is kept for the figures."""
        return self.filter(state__in=SHOWN)

    def unclaimed(self) -> "MatchQuerySet":
        """符合未申领."""
        return self.filter(state=State.ENTITLED)

    def applied_not_entitled(self) -> "MatchQuerySet":
        """已申请、按现有数据不符合."""
        return self.filter(state=State.APPLIED, entitled=False)

    def losing(self, *, on: date) -> "MatchQuerySet":
        """Those that will end within thirty days."""
        return self.filter(state__in=(State.ENTITLED, State.AUTOMATIC), until__lte=on + SOON)

    def beginning(self, *, on: date) -> "MatchQuerySet":
        """Those that will hold within thirty days."""
        return self.filter(state=State.UPCOMING, since__lte=on + SOON)


class Match(models.Model):
    """政策匹配: one payee, one policy, one occasion. It is information, and decides nothing.

    `amount` is in 分 and for one award: once, a month, a year, as the rule has it. `entitled` is what the
    registers say, None where they do not say enough, also of what was applied for. `first_seen` is the day
    on which it first turned up, `entitled_on` the day from which it could be applied for.
    """

    code = models.CharField("政策", max_length=60)
    item = models.CharField("事由", max_length=80, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, db_index=False, related_name="matches")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, db_index=False, related_name="matches")
    district = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="县（市、区）"
    )
    township = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="镇街"
    )
    state = models.CharField("状态", max_length=12, choices=State)
    entitled = models.BooleanField("符合", null=True)
    amount = models.BigIntegerField("金额（分）", null=True)
    unknown = models.BigIntegerField("尚不清楚的条件", default=0)
    since = models.DateField("将于何日符合", null=True)
    until = models.DateField("截止", null=True)
    fingerprint = models.CharField("规则版本", max_length=64)
    first_seen = models.DateField("首次匹配")
    entitled_on = models.DateField("可申领自", null=True)
    changed_on = models.DateField("最近变动")

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = "政策匹配"
        constraints = (
            models.UniqueConstraint(
                fields=["person", "code", "item"], condition=Q(person__isnull=False), name="match_of_person"
            ),
            models.UniqueConstraint(
                fields=["firm", "code", "item"], condition=Q(firm__isnull=False), name="match_of_firm"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, firm=None) | Q(person=None, firm__isnull=False),
                name="match_of_one_payee",
            ),
        )
        indexes = (
            models.Index(fields=["township", "state", "id"], name="matches_of_township"),
            models.Index(fields=["code", "district", "state"], name="matches_of_policy"),
            models.Index(fields=["changed_on", "id"], name="matches_changed"),
            models.Index(fields=["first_seen", "id"], name="matches_first_seen"),
            models.Index(F("until"), F("id"), condition=Q(state=State.ENTITLED), name="matches_closing"),
        )

    def __str__(self) -> str:
        return f"{self.payee}：{self.title}"

    def get_absolute_url(self) -> str:
        """Its own page, for whoever it is about."""
        asked = f"?{urlencode({'item': self.item})}" if self.item else ""
        return f"{reverse('entitlements:result', args=[self.code])}{asked}"

    @property
    def payee(self) -> Person | Firm:
        payee = self.person or self.firm
        assert payee is not None
        return payee

    @property
    def offered(self) -> Offered | None:
        """None when the city has stopped offering it."""
        return offered_as(self.code)

    @property
    def title(self) -> str:
        return self.offered.title if self.offered else self.code

    @property
    def money(self) -> Money | None:
        return None if self.amount is None else Money(self.amount)
