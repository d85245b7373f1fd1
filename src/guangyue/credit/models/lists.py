"""拟列入名单: proposed, told, heard, decided by a person."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.models.declared import Category
from guangyue.credit.models.records import CreditRecord
from guangyue.credit.models.subjects import CreditSubject
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class ListingProposalQuerySet(models.QuerySet["ListingProposal"]):
    def open(self) -> "ListingProposalQuerySet":
        return self.filter(state__in=ListingProposal.OPEN)

    def within(self, scope: Scope) -> "ListingProposalQuerySet":
        return self.filter(scope.rows(region="unit__region_id", organisation="unit_id"))


class ListingProposal(models.Model):
    """名单建议: nobody enters a list without having been told, and heard where he wants to be."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "待告知"
        NOTIFIED = "notified", "已告知，听取陈述申辩"
        ENTERED = "entered", "已列入"
        DROPPED = "dropped", "不列入"
        WITHDRAWN = "withdrawn", "已撤回"

    OPEN = (State.PROPOSED, State.NOTIFIED)

    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="proposals", verbose_name="主体")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name="拟列入")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="承办单位")
    reason = models.CharField("理由", max_length=500)
    inputs = models.JSONField("依据", default=dict)
    proposed_at = models.DateTimeField("提出时间")
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    notified_at = models.DateTimeField("告知时间", null=True)
    notified_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="告知人")
    statement = models.CharField("陈述申辩", max_length=1000, blank=True)
    decided_at = models.DateTimeField("决定时间", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")
    said = models.CharField("决定理由", max_length=500, blank=True)
    record = models.OneToOneField(
        CreditRecord, models.PROTECT, null=True, related_name="proposal", verbose_name="名单记录"
    )

    objects = ListingProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "名单建议"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["subject", "category"],
                condition=Q(state__in=("proposed", "notified")),
                name="one_open_proposal_a_list",
            ),
            models.CheckConstraint(
                condition=~Q(state="entered") | Q(notified_at__isnull=False, decided_by__isnull=False),
                name="nobody_is_listed_unheard",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject}拟列入{self.category}"

    def get_absolute_url(self) -> str:
        return reverse("credit:proposal", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN
