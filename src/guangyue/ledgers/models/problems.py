"""问题: one line of a ledger, from its finding to its clearing, and every change it went through."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.wording import enumerated
from guangyue.ledgers.flow import HANDED_IN, SETTLED, STATES, State
from guangyue.ledgers.models.campaigns import Campaign
from guangyue.organisations.models import Organisation, Region

SETTLED_NAMES = [state.name for state in SETTLED]
HANDED_IN_NAMES = [state.name for state in HANDED_IN]
LATE = ~Q(state__in=HANDED_IN_NAMES)


class ProblemQuerySet(models.QuerySet["Problem"]):
    def within(self, scope: Scope) -> "ProblemQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="organisation_id"))

    def open(self) -> "ProblemQuerySet":
        return self.exclude(state__in=SETTLED_NAMES)

    def overdue(self, on: date) -> "ProblemQuerySet":
        """Nobody has asked for its acceptance, and the day for that is over."""
        return self.filter(LATE, due__lt=on)

    def reopened(self) -> "ProblemQuerySet":
        """Cleared once, found alive, and not cleared again."""
        return self.open().filter(round__gt=1)

    def for_list(self) -> "ProblemQuerySet":
        return self.select_related("campaign", "region", "organisation")


class Problem(models.Model):
    """问题: `round` counts how often it was begun anew, `due` is its last deadline or else its long-stop,
    `latest` the last day that a deadline may have."""

    number = models.CharField("问题编号", max_length=24, unique=True)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, db_index=False, related_name="problems", verbose_name="专项整治"
    )
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="县（市、区）"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="整改责任单位"
    )
    subject = models.CharField("问题名称", max_length=120)
    place = models.CharField("地点", max_length=120)
    kind = models.CharField("问题类别", max_length=40, blank=True)
    zone = models.CharField("分区", max_length=40, blank=True)
    source = models.CharField("发现渠道", max_length=40)
    old_number = models.CharField("原台账编号", max_length=40, blank=True)
    description = models.CharField("问题描述", max_length=1000, blank=True)
    facts = models.JSONField("专项字段", default=dict)
    measure_kinds = ArrayField(models.CharField(max_length=40), verbose_name="整改措施", default=list)
    longitude = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True)
    latitude = models.DecimalField("纬度", max_digits=8, decimal_places=6, null=True)
    found_on = models.DateField("发现日期")
    registered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    registered_at = models.DateTimeField("登记时间")
    state = models.CharField("状态", max_length=12, choices=STATES, default=State.REGISTERED.name)
    round = models.PositiveSmallIntegerField("第几轮", default=1)
    begun_on = models.DateField("本轮开始")
    long_stop = models.DateField("最迟期限", null=True)
    latest = models.DateField("时限最晚到", null=True)
    due = models.DateField("整改期限", null=True)
    applied_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="申请验收人"
    )
    applied_at = models.DateTimeField("申请验收时间", null=True)
    signed_off_on = models.DateField("销号日期", null=True)
    transferred_on = models.DateField("移送司法日期", null=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="merged", verbose_name="并入的问题"
    )

    objects = ProblemQuerySet.as_manager()

    class Meta:
        verbose_name = "问题"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "region", "place", "subject"],
                condition=~Q(state="MERGED"),
                name="a_problem_stands_once",
            ),
            models.UniqueConstraint(
                fields=["campaign", "old_number"],
                condition=~Q(old_number="") & ~Q(state="MERGED"),
                name="an_old_number_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(longitude__range=(73, 136), latitude__range=(3, 54)),
                name="a_place_has_both_coordinates",
            ),
            models.CheckConstraint(
                condition=Q(state="MERGED", merged_into__isnull=False)
                | (~Q(state="MERGED") & Q(merged_into=None)),
                name="what_is_merged_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(state="SIGNED_OFF", signed_off_on__isnull=False)
                | (~Q(state="SIGNED_OFF") & Q(signed_off_on=None)),
                name="what_is_signed_off_says_when",
            ),
        )
        indexes = (
            models.Index(fields=["campaign", "-id"], name="problems_of_campaign"),
            models.Index(fields=["region", "-id"], name="problems_of_region"),
            models.Index(fields=["organisation", "-id"], name="problems_of_organisation"),
            models.Index(fields=["kind", "-id"], name="problems_of_kind"),
            models.Index(fields=["zone", "-id"], name="problems_of_zone"),
            models.Index(fields=["state", "-id"], name="problems_in_state"),
            models.Index(fields=["due", "id"], condition=LATE, name="problems_by_due"),
            models.Index(fields=["subject"], name="problems_by_subject", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["place"], name="problems_by_place", opclasses=["varchar_pattern_ops"]),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("ledgers:problem", args=[self.number])

    @property
    def in_state(self) -> State:
        return State[self.state]

    @property
    def is_settled(self) -> bool:
        return self.in_state in SETTLED

    @property
    def measures_said(self) -> str:
        return enumerated(self.measure_kinds)

    def is_overdue(self, on: date) -> bool:
        return self.in_state not in HANDED_IN and self.due is not None and self.due < on


class Change(models.Model):
    """经过: one step or correction of a problem, by whom and when, with what stood before; rows are only
    added."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="changes", verbose_name="问题")
    round = models.PositiveSmallIntegerField("第几轮")
    what = models.CharField("办理", max_length=40)
    state = models.CharField("状态", max_length=12, choices=STATES)
    said = models.CharField("说明", max_length=500, blank=True)
    changes = models.JSONField("改动", default=list)  # [what, before, after], in turn
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "问题经过"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.problem.number} {self.what}"
