"""事项: the basic entry, its versions, and the units that exercise it."""

from datetime import date
from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import Length
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.clocks import Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.plain import from_plain
from guangyue.matters.declaration import Audience, Declaration, Flag, Level, LocalPart, PowerKind
from guangyue.matters.words import LONGEST_WORD, asked_words, least_shared
from guangyue.organisations.models import Organisation, Region

KINDS = [(one.name, one.value) for one in PowerKind]
LEVELS = [(one.name, one.value) for one in Level]
AUDIENCES = [(one.name, one.value) for one in Audience]
CHECKED_WITHIN = Limit(10, Unit.WORKING_DAY)  # 核对
MENDED_WITHIN = Limit(30, Unit.DAY)  # 不合规
MOST_READ = 4096  # versions whose declaration stays at hand


class MatterQuerySet(models.QuerySet["Matter"]):
    def in_force(self) -> "MatterQuerySet":
        """Those with a version in force, applied for or not."""
        return self.filter(state=Matter.State.RELEASED, current__isnull=False)

    def open(self) -> "MatterQuerySet":
        """What can be applied for now."""
        return self.in_force().filter(on_application=True)

    def found(self, text: str) -> "MatterQuerySet":
        """检索: those that have enough of the words, the likeliest first: called so, beginning so, containing
        it, then by how many of the words; the shorter name before the longer."""
        words = asked_words(text)
        if not words:
            return self.none()
        return (
            self.filter(found_by__word__in=words)
            .annotate(shared=Count("found_by__word"))  # an index has it
            .filter(shared__gte=least_shared(words))
            .annotate(
                likeness=Case(
                    When(name=text, then=3),
                    When(name__startswith=text, then=2),
                    When(name__contains=text, then=1),
                    default=0,
                )
            )
            .order_by("-likeness", "-shared", Length("name"), "name", "pk")
        )

    def within(self, scope: Scope) -> "MatterQuerySet":
        return self.filter(scope.rows(region="owner__region_id", organisation="owner_id"))


class Matter(models.Model):
    """事项: one basic entry, whoever exercises it; what it says stands in its versions.

    From the name to the aliases it says what the version in force says, for lists and for searching.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "拟录"
        RELEASED = "released", "已发布"
        SUSPENDED = "suspended", "暂停"
        CANCELLED = "cancelled", "取消"

    code = models.CharField("基本编码", max_length=40, unique=True)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="主管部门")
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("类型", max_length=12, choices=KINDS)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    on_application = models.BooleanField("依申请", default=True)
    audience = models.CharField("服务对象", max_length=10, choices=AUDIENCES, default=Audience.BOTH.name)
    field_of_life = models.CharField("领域或者群体", max_length=20, blank=True)
    levels = ArrayField(models.CharField(max_length=10), verbose_name="行使层级", default=list)
    flags = ArrayField(models.CharField(max_length=20), verbose_name="标签", default=list)
    promised_days = models.PositiveSmallIntegerField("承诺时限", default=0)
    situations = models.PositiveSmallIntegerField("办理情形", default=0)
    aliases = ArrayField(models.TextField(), verbose_name="别名", default=list)
    current = models.ForeignKey(
        "MatterVersion", models.PROTECT, null=True, related_name="+", verbose_name="现行版本"
    )
    closes_as = models.CharField("到期转为", max_length=10, choices=State, blank=True)
    closed_on = models.DateField("不再受理之日", null=True)
    closed_because = models.CharField("暂停或者取消的依据", max_length=200, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = "事项"
        indexes = (models.Index(fields=["name", "id"], name="matters_by_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("matters:matter", args=[self.code])

    def get_desk_url(self) -> str:
        return reverse("matters:desk_matter", args=[self.code])

    @property
    def power(self) -> PowerKind:
        return PowerKind[self.kind]

    @property
    def tags(self) -> list[Flag]:
        return [Flag[name] for name in self.flags]


class MatterWord(models.Model):
    """检索词: a word that a matter is found by, as its version in force has it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="found_by")
    word = models.CharField("检索词", max_length=LONGEST_WORD)

    class Meta:
        verbose_name = "事项检索词"
        constraints = (models.UniqueConstraint(fields=["word", "matter"], name="found_once_by_a_word"),)


class MatterVersionQuerySet(models.QuerySet["MatterVersion"]):
    def released(self) -> "MatterVersionQuerySet":
        return self.filter(state=MatterVersion.State.RELEASED)

    def enacted(self) -> "MatterVersionQuerySet":
        """按文件施行: what the city declares, proposed by nobody."""
        return self.released().filter(proposed_by=None)

    def under_way(self) -> "MatterVersionQuerySet":
        """Proposed, and neither released nor given up."""
        return self.filter(state__in=UNDER_WAY)

    def waiting(self) -> "MatterVersionQuerySet":
        """核对中: what the two offices have before them."""
        return self.filter(state=MatterVersion.State.CHECKING).select_related("matter__owner")

    def within(self, scope: Scope) -> "MatterVersionQuerySet":
        return self.filter(scope.rows(region="matter__owner__region_id", organisation="matter__owner_id"))

    def on(self, day: date) -> "MatterVersionQuerySet":
        """In force on that day: of each matter the one that a case accepted then is bound to."""
        return self.released().filter(Q(since__lte=day) & (Q(until=None) | Q(until__gte=day)))


class MatterVersion(models.Model):
    """事项版本: what the matter says from a day on; never changed once it is released."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        CHECKING = "checking", "核对中"
        RELEASED = "released", "已发布"
        SENT_BACK = "sent_back", "退回"
        GIVEN_UP = "given_up", "已放弃"

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="versions", verbose_name="事项")
    number = models.PositiveIntegerField("版本号")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    declaration = models.JSONField("内容")
    fingerprint = models.CharField("指纹", max_length=64, db_index=True)
    since = models.DateField("生效", null=True)
    until = models.DateField("失效", null=True)
    reason = models.CharField("变更理由", max_length=500, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="提出人")
    proposed_at = models.DateTimeField("提出时间")
    submitted_at = models.DateTimeField("送核对时间", null=True)
    basis_checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="合法性核对人"
    )
    basis_checked_at = models.DateTimeField("合法性核对时间", null=True)
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    released_at = models.DateTimeField("发布时间", null=True)
    said = models.CharField("退回理由", max_length=500, blank=True)

    objects = MatterVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "事项版本"
        ordering = ("matter", "number")
        constraints = (
            models.UniqueConstraint(fields=["matter", "number"], name="one_version_of_a_matter"),
            models.CheckConstraint(
                condition=~Q(state="released") | Q(since__isnull=False), name="what_is_released_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_version_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.matter} 第 {self.number} 版"

    def get_absolute_url(self) -> str:
        return reverse("matters:version", args=[self.matter.code, self.number])

    @property
    def can_be_edited(self) -> bool:
        return self.state in (self.State.DRAFT, self.State.SENT_BACK)

    @property
    def clock(self) -> Clock | None:
        """核对的时限, while it is being checked."""
        if self.state != self.State.CHECKING or self.submitted_at is None:
            return None
        return Clock(CHECKED_WITHIN, self.submitted_at)

    @property
    def declared(self) -> Declaration:
        return declared_as(self.fingerprint)


UNDER_WAY = (MatterVersion.State.DRAFT, MatterVersion.State.CHECKING, MatterVersion.State.SENT_BACK)


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def on(self, day: date) -> "ExerciseQuerySet":
        """Exercised on that day."""
        since, until = Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
        return self.filter(since, until)

    def within(self, scope: Scope) -> "ExerciseQuerySet":
        return self.filter(scope.rows(region="region_id"))


class Exercise(models.Model):
    """行使: a unit that exercises the matter, with what it says of its own; `reported` are the unified
    elements as the unit itself published them, where they were read in."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="exercises", verbose_name="事项")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="实施单位")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="地区")
    level = models.CharField("层级", max_length=10, choices=LEVELS)
    reported = models.JSONField("本级公布的要素", default=dict)
    local = models.JSONField("本地信息", default=dict)
    since = models.DateField("自何日起", null=True)
    until = models.DateField("至何日止", null=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        verbose_name = "事项实施单位"
        ordering = ("matter", "region", "unit")
        constraints = (
            models.UniqueConstraint(fields=["matter", "unit", "region"], name="exercised_once_by_a_unit"),
        )

    def __str__(self) -> str:
        return f"{self.matter}（{self.unit}）"

    @property
    def own(self) -> LocalPart:
        return from_plain(LocalPart, self.local)


class NonComplianceQuerySet(models.QuerySet["NonCompliance"]):
    def standing(self) -> "NonComplianceQuerySet":
        return self.filter(until=None)

    def within(self, scope: Scope) -> "NonComplianceQuerySet":
        return self.filter(scope.rows(region="matter__owner__region_id", organisation="matter__owner_id"))


class NonCompliance(models.Model):
    """不合规: what the nightly look has against a released matter, until it is mended."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="noncompliances", verbose_name="事项")
    part = models.CharField("哪一部分", max_length=20)
    said = models.CharField("说明", max_length=400)
    since = models.DateTimeField("发现时间")
    until = models.DateTimeField("改正时间", null=True)

    objects = NonComplianceQuerySet.as_manager()

    class Meta:
        verbose_name = "不合规事项"
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["matter", "part", "said"], condition=Q(until=None), name="flagged_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.matter}：{self.part}，{self.said}"

    @property
    def clock(self) -> Clock | None:
        return Clock(MENDED_WITHIN, self.since) if self.until is None else None


@lru_cache(maxsize=MOST_READ)
def declared_as(fingerprint: str) -> Declaration:
    """The declaration of this fingerprint: the same for ever, so it is read once."""
    kept = MatterVersion.objects.filter(fingerprint=fingerprint).values_list("declaration", flat=True)
    return from_plain(Declaration, kept[:1].get())
