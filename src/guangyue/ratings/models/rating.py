"""评价, the invitations to give them, the checks of bad ones, and the sums that scores are read from."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.kit.access import Scope
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import Clock
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.ratings.handling import CALLED_WITHIN
from guangyue.ratings.models.places import Hall, new_token
from guangyue.ratings.scoring import LEVELS, Level
from guangyue.ratings.ways import WAYS

OPEN_FOR = timedelta(days=7)
CARD_LENGTH = 8
LONGEST_TEXT = 500


class RatingQuerySet(models.QuerySet["Rating"]):
    def effective(self) -> "RatingQuerySet":
        """The one that stands of each case and object."""
        return self.filter(effective=True)

    def apart_from(self, person: User) -> "RatingQuerySet":
        """Nobody reads one by one what was said of himself."""
        return self.exclude(person=person)

    def within(self, scope: Scope) -> "RatingQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="department_id"))


class Rating(models.Model):
    """评价: what one person said of a case, or of a place he visited; kept as it was given.

    A change is another row. What may change of a row is only whether it stands and whether it counts.
    """

    class About(models.TextChoices):
        CASE = "case", "办件"
        DEPARTMENT = "department", "部门"
        WINDOW = "window", "窗口人员"
        MATTER = "matter", "事项"
        CHANNEL = "channel", "渠道"
        HALL = "hall", "大厅"

    class State(models.TextChoices):
        COUNTED = "counted", "计入"
        UNTRUE = "untrue", "核查不属实，不计入"
        REMOVED = "removed", "内容违法，已删除"

    case = models.ForeignKey(Case, models.PROTECT, null=True, db_index=False, related_name="+")
    about = models.CharField("评价对象", max_length=10, choices=About)
    way = models.CharField("评价方式", max_length=8, choices=WAYS)
    level = models.PositiveSmallIntegerField("等级", choices=LEVELS)
    tags = ArrayField(models.CharField(max_length=20), verbose_name="标签", default=list)
    text = models.CharField("意见", max_length=LONGEST_TEXT, blank=True)
    anonymous = models.BooleanField("匿名", default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, db_index=False, related_name="+")
    at = models.DateTimeField("评价时间")
    effective = models.BooleanField("有效", default=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.COUNTED)
    state_reason = models.CharField("不计入的理由", max_length=300, blank=True)
    state_by = models.ForeignKey(User, models.PROTECT, null=True, db_index=False, related_name="+")

    matter = models.ForeignKey(Matter, models.PROTECT, null=True, db_index=False, related_name="+")
    department = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, db_index=False, related_name="+")
    hall = models.ForeignKey(Hall, models.PROTECT, null=True, db_index=False, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, db_index=False, related_name="+")
    channel = models.CharField("渠道", max_length=10, choices=Case.Channel, blank=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = "评价"
        constraints = (
            models.UniqueConstraint(
                fields=["case", "about"],
                condition=Q(effective=True, case__isnull=False),
                name="one_rating_of_a_case_and_object",
            ),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="a_rating_has_five_levels"),
            models.CheckConstraint(
                condition=Q(state="counted") | ~Q(state_reason=""), name="what_does_not_count_says_why"
            ),
        )
        indexes = (
            models.Index(fields=["case"], name="ratings_of_case"),
            # of the list: each in the order of its rows
            models.Index(fields=["at", "id"], name="ratings_by_time"),
            models.Index(fields=["department", "at", "id"], name="ratings_of_department"),
            models.Index(fields=["region", "at", "id"], name="ratings_of_region"),
            models.Index(fields=["at", "id"], condition=Q(level__lte=2), name="ratings_that_are_bad"),
            models.Index(fields=["department"], condition=~Q(state="counted"), name="ratings_not_counted"),
        )

    def __str__(self) -> str:
        return f"{self.get_level_display()}（{self.get_about_display()}）"

    @property
    def shown_text(self) -> str:
        return "（内容违法，已删除）" if self.state == self.State.REMOVED else self.text

    @property
    def is_bad(self) -> bool:
        return Level(self.level).is_bad


class InviteQuerySet(models.QuerySet["Invite"]):
    def open(self, at: datetime) -> "InviteQuerySet":
        return self.filter(used_at=None, expires_at__gt=at)


def new_card() -> str:
    return new_check_code(CARD_LENGTH)


class Invite(models.Model):
    """邀请: once for each case, when it is finished; its link and its card are used once."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="rating_invite", verbose_name="办件")
    token = models.CharField("链接", max_length=40, unique=True, default=new_token)
    card = models.CharField("评议卡号", max_length=CARD_LENGTH, default=new_card)
    made_at = models.DateTimeField("邀请时间")
    expires_at = models.DateTimeField("失效时间")
    waits = models.BooleanField("待发出", default=False)  # to be told of by message
    used_at = models.DateTimeField("使用时间", null=True)

    objects = InviteQuerySet.as_manager()

    class Meta:
        verbose_name = "评价邀请"
        indexes = (models.Index(fields=["id"], condition=Q(waits=True), name="invites_to_send"),)


class CheckQuerySet(models.QuerySet["Check"]):
    def open(self) -> "CheckQuerySet":
        return self.filter(finding="")

    def apart_from(self, person: User) -> "CheckQuerySet":
        """Whoever had a hand in the case does not check what was said of it."""
        his = Case.objects.worked_on_by(person).filter(pk=models.OuterRef("rating__case"))
        return self.exclude(rating__person=person).filter(~models.Exists(his))

    def within(self, scope: Scope) -> "CheckQuerySet":
        return self.filter(scope.rows(region="rating__region_id", organisation="unit_id"))


class Check(models.Model):
    """差评核查: opened with the bad rating; somebody else calls back and finds out."""

    class Finding(models.TextChoices):
        TRUE = "true", "属实"
        UNTRUE = "untrue", "不属实"
        CHANGED = "changed", "本人已改评"

    rating = models.OneToOneField(Rating, models.PROTECT, related_name="check_of", verbose_name="评价")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="部门"
    )
    opened_at = models.DateTimeField("开始时间")
    due = models.DateTimeField("期限")
    called_at = models.DateTimeField("回访时间", null=True)
    finding = models.CharField("结论", max_length=8, choices=Finding, blank=True)
    said = models.CharField("查明情况", max_length=500, blank=True)
    correction = models.CharField("整改", max_length=500, blank=True)
    reply = models.CharField("给评价人的回复", max_length=500, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="核查人")
    closed_at = models.DateTimeField("核查时间", null=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = "差评核查"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(finding="") | Q(closed_at__isnull=False), name="a_finding_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(finding="true") | ~Q(correction=""), name="what_is_true_is_put_right"
            ),
        )
        indexes = (models.Index(fields=["unit", "due"], condition=Q(finding=""), name="checks_to_be_made"),)

    def __str__(self) -> str:
        return f"差评核查 {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("ratings:check", args=[self.pk])

    @property
    def clock(self) -> Clock:
        return Clock(CALLED_WITHIN, self.opened_at)


class Tally(models.Model):
    """评价合计: how many of each level, by day, way and what was rated; the database keeps it."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "部门"
        MATTER = "matter", "事项"
        CHANNEL = "channel", "渠道"
        HALL = "hall", "大厅"
        PERSON = "person", "窗口"
        VISIT = "visit", "到访评价"

    day = models.DateField("日期")
    kind = models.CharField("对象类别", max_length=10, choices=Kind)
    subject = models.CharField("对象", max_length=20)
    way = models.CharField("评价方式", max_length=8, choices=WAYS)
    level = models.PositiveSmallIntegerField("等级")
    many = models.IntegerField("份数")  # the database adds and takes away

    class Meta:
        verbose_name = "评价合计"
        constraints = (
            models.UniqueConstraint(fields=["kind", "subject", "day", "way", "level"], name="one_tally"),
        )
        indexes = (models.Index(fields=["kind", "day"], name="tallies_of_a_day"),)
