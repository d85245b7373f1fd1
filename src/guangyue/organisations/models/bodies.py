"""议事协调机构: who leads it, who sits in it by office, how often it must meet, and what the districts must
have."""

from datetime import date

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Value
from django.urls import reverse

from guangyue.gazette.fields import ClauseField
from guangyue.kit.access import Scope
from guangyue.organisations.cadence import Cadence
from guangyue.organisations.models.organisations import Organisation
from guangyue.organisations.models.people import Person, Post
from guangyue.organisations.models.periods import covers, in_period
from guangyue.organisations.models.regions import Region


class BodyQuerySet(models.QuerySet["Body"]):
    def on(self, day: date) -> "BodyQuerySet":
        return self.filter(in_period(day, "organisation__since", "organisation__until"))

    def within(self, scope: Scope) -> "BodyQuerySet":
        """Those of a region, or carried by an organisation, within reach."""
        return self.filter(
            scope.rows(region="organisation__region_id", organisation="organisation_id")
            | scope.rows(region="office__region_id", organisation="office_id")
        )

    def with_spellings(self) -> "BodyQuerySet":
        """Each with all its names in one text, for a search to look in."""
        return self.annotate(spellings=StringAgg("organisation__names__text", " ", default=Value("")))

    def with_names(self) -> "BodyQuerySet":
        return self.select_related("organisation__region", "office").prefetch_related("seats")

    def that_must_meet(self) -> "BodyQuerySet":
        return self.exclude(cadence=Cadence.AS_NEEDED.name)


class Body(models.Model):
    """议事协调机构: an organisation made of seats; renamed, it stays the same."""

    class Kind(models.TextChoices):
        LEADING_GROUP = "leading_group", "领导小组"
        JOINT_CONFERENCE = "joint_conference", "联席会议"
        TASK_FORCE = "task_force", "工作专班"
        HEADQUARTERS = "headquarters", "指挥部"
        COORDINATING_GROUP = "coordinating_group", "协调小组"
        COMMITTEE = "committee", "委员会"
        SYSTEM = "system", "协作会议"

    class Level(models.TextChoices):
        CITY = "city", "市级"
        COUNTY = "county", "县级"
        TOWNSHIP = "township", "乡级"

    class Cadences(models.TextChoices):
        YEAR_END = Cadence.YEAR_END.name, "每年底至少一次"
        YEARLY = Cadence.YEARLY.name, "每年至少一次"
        QUARTERLY = Cadence.QUARTERLY.name, "每季度至少一次"
        AS_NEEDED = Cadence.AS_NEEDED.name, "根据需要召开"

    organisation = models.OneToOneField(
        Organisation, models.PROTECT, related_name="body", verbose_name="机构"
    )
    kind = models.CharField("类别", max_length=20, choices=Kind)
    level = models.CharField("层级", max_length=10, choices=Level)
    cites = ClauseField("设立依据")
    known_from = models.DateField("见于公文")
    office = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="offices_of",
        verbose_name="办公室所在单位",
    )
    cadence = models.CharField("会议周期", max_length=10, choices=Cadences, default=Cadences.AS_NEEDED)
    cadence_is_printed = models.BooleanField("会议周期见于正文", default=True)
    substitutes_by_itself = models.BooleanField("自然替补", default=False)
    stated_members = models.PositiveSmallIntegerField("正文所称成员单位数", null=True, blank=True)
    roster_omitted = models.BooleanField("名单附件从略", default=False)
    report_month = models.PositiveSmallIntegerField("年度报告应报月份", null=True, blank=True)
    report_day = models.PositiveSmallIntegerField("年度报告应报日", null=True, blank=True)
    report_to = models.CharField("年度报告报送", max_length=40, blank=True)
    ends_with_its_work = models.BooleanField("任务完成即撤销", default=False)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = "议事协调机构"
        verbose_name_plural = "议事协调机构"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.organisation.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:body", args=[self.organisation.key])

    @property
    def must_meet(self) -> Cadence:
        return Cadence[self.cadence]

    def report_due(self, year: int) -> date | None:
        """The day by which the yearly report is due."""
        if self.report_month and self.report_day:
            return date(year, self.report_month, self.report_day)
        return None


class BodyDuty(models.Model):
    """职责: what the body is for, in a few words of our own beside the clause."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="duties")
    order = models.PositiveSmallIntegerField("次序")
    text = models.CharField("职责", max_length=60)
    cites = ClauseField("依据")

    class Meta:
        verbose_name = "机构职责"
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=["body", "order"], name="one_duty_once"),)


class BodyMove(models.Model):
    """设立、更名、调整、撤销 (or 见于公文, for one that was there before): what happened to the body, on
    which day, by which clause."""

    class Kind(models.TextChoices):
        FORMED = "formed", "设立"
        NAMED = "named", "见于公文"
        RENAMED = "renamed", "更名"
        ADJUSTED = "adjusted", "调整"
        ENDED = "ended", "撤销"

    body = models.ForeignKey(Body, models.CASCADE, related_name="moves")
    kind = models.CharField("变动", max_length=10, choices=Kind)
    on = models.DateField("日期")
    cites = ClauseField("依据")
    remark = models.CharField("说明", max_length=200, blank=True)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "议事协调机构变动"
        ordering = ("on", "id")


class SeatQuerySet(models.QuerySet["Seat"]):
    def on(self, day: date) -> "SeatQuerySet":
        return self.filter(in_period(day))

    def with_names(self) -> "SeatQuerySet":
        return self.select_related("organisation", "post__organisation").prefetch_related(
            "post__tenures__person", "confirmations__person"
        )


class Seat(models.Model):
    """席位: a place in the body held by office. Who sits in it today follows from who holds the post."""

    class Role(models.TextChoices):
        LEAD_CONVENOR = "lead_convenor", "总召集人"
        CONVENOR = "convenor", "召集人"
        HEAD = "head", "组长"
        DEPUTY_HEAD = "deputy_head", "副组长"
        LEADER = "leader", "牵头领导"
        COMMANDER = "commander", "指挥长"
        DEPUTY_COMMANDER = "deputy_commander", "副指挥长"
        GENERAL_CHIEF = "general_chief", "总林长"
        DEPUTY_GENERAL_CHIEF = "deputy_general_chief", "副总林长"
        OFFICE_HEAD = "office_head", "办公室主任"
        OFFICE_DEPUTY = "office_deputy", "办公室副主任"
        MEMBER = "member", "成员"
        OBSERVER = "observer", "列席"

    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    order = models.PositiveSmallIntegerField("次序")
    role = models.CharField("席位", max_length=24, choices=Role)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="seats", verbose_name="单位"
    )
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="seats", verbose_name="职务")
    printed = models.CharField("正文写法", max_length=60)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    cites = ClauseField("依据")

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "席位"
        ordering = ("order", "id")

    def __str__(self) -> str:
        return f"{self.body}{self.get_role_display()}（{self.printed}）"

    @property
    def leads(self) -> bool:
        return self.role in LEADING_ROLES

    def exists(self, on: date) -> bool:
        return covers(on, self.since, self.until)


LEADING_ROLES = (
    Seat.Role.LEAD_CONVENOR,
    Seat.Role.CONVENOR,
    Seat.Role.HEAD,
    Seat.Role.LEADER,
    Seat.Role.COMMANDER,
    Seat.Role.GENERAL_CHIEF,
)
COMMITTED_ROLES = tuple(role for role in Seat.Role if role != Seat.Role.OBSERVER)


class OldNameUse(models.Model):
    """用旧称: a later document still prints the name that was given up; it means the same body."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="old_name_uses")
    printed = models.CharField("印作", max_length=80)
    on = models.DateField("文件日期")
    cites = ClauseField("见于")

    class Meta:
        verbose_name = "用旧称"
        ordering = ("on", "id")
        constraints = (models.UniqueConstraint(fields=["body", "cites"], name="one_use_once"),)


class SeatConfirmation(models.Model):
    """席位确认: where no clause grants 自然替补, the body's office has said who sits here from that day."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="confirmations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="人员")
    on = models.DateField("自")
    ground = models.CharField("依据", max_length=120)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "席位确认"
        ordering = ("on", "id")


class LocalRequirement(models.Model):
    """属地要求: a clause tells every county, every township or also the zones to form a group of this
    kind."""

    class Level(models.TextChoices):
        COUNTY = "county", "县（市、区）"
        COUNTY_AND_ZONE = "county_and_zone", "县（市、区）和市属开发区"
        COUNTY_AND_TOWNSHIP = "county_and_township", "县（市、区）和乡镇（街道）"

    body = models.OneToOneField(Body, models.PROTECT, related_name="requirement", verbose_name="机构")
    short_name = models.CharField("简称", max_length=20, unique=True)
    level = models.CharField("范围", max_length=20, choices=Level)
    led_by = models.CharField("牵头", max_length=60, blank=True)
    cites = ClauseField("依据")
    since = models.DateField("自")

    class Meta:
        verbose_name = "属地要求"
        ordering = ("since", "id")

    def __str__(self) -> str:
        return self.short_name

    @property
    def asks_townships(self) -> bool:
        return self.level == self.Level.COUNTY_AND_TOWNSHIP

    def asks(self, region: Region) -> bool:
        """Whether the clause speaks to that region."""
        if not region.of_county_level:
            return self.asks_townships and region.kind != Region.Kind.CITY
        if region.kind == Region.Kind.ZONE:
            return self.level == self.Level.COUNTY_AND_ZONE
        return True


class LocalBody(models.Model):
    """属地机构: what a county says it has formed, and by which document."""

    requirement = models.ForeignKey(LocalRequirement, models.PROTECT, related_name="local_bodies")
    region = models.ForeignKey(Region, models.PROTECT, related_name="local_bodies")
    name = models.CharField("名称", max_length=80)
    document = models.CharField("设立文件", max_length=60, blank=True)
    head = models.CharField("组长职务", max_length=60, blank=True)
    reported_on = models.DateField("报送日期")
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "属地机构"
        constraints = (models.UniqueConstraint(fields=["requirement", "region"], name="one_local_body_once"),)

    def __str__(self) -> str:
        return self.name
