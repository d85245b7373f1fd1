"""办件: what was applied for, where it stands, and every move that brought it there."""

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.flow import CLOSED, Outcome, Phase, Step
from guangyue.cases.models.flows import FlowVersion
from guangyue.empowerments.models import Empowerment
from guangyue.kit.access import Scope
from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.clocks import Pause as Standing
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.masks import mask_name
from guangyue.kit.workdays import ONE_DAY
from guangyue.matters.declaration import Declaration, Variant
from guangyue.matters.models import MatterVersion
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm, Person

PHASES = [(one.name, one.value) for one in Phase]
OUTCOMES = [(one.name, one.value) for one in Outcome]
UNITS = [(one.name, one.value) for one in Unit]
CLOSED_NAMES = [one.name for one in CLOSED]


class CaseQuerySet(models.QuerySet["Case"]):
    def handed_in(self) -> "CaseQuerySet":
        """What officials see: a draft is the applicant's own."""
        return self.exclude(phase=Phase.DRAFT.name)

    def at_hand(self) -> "CaseQuerySet":
        """With what a move asks of it; declarations are the same for ever and not read again."""
        related = ("flow", "version", "unit", "person", "firm")
        return self.select_related(*related).defer("flow__declaration", "version__declaration")

    def open(self) -> "CaseQuerySet":
        """在办: handed in and not closed."""
        return self.handed_in().exclude(phase__in=CLOSED_NAMES)

    def overdue(self, at: datetime) -> "CaseQuerySet":
        """超期: the clock runs, and its last moment is past."""
        return self.filter(stopped_at=None, due__lt=at)

    def step_overdue(self, at: datetime) -> "CaseQuerySet":
        """The step they stand at has a limit of its own, and that is past."""
        return self.filter(step_due__lt=at)

    def due_on(self, day: date) -> "CaseQuerySet":
        """今天到期: the clock runs, and this is its last day."""
        first = datetime.combine(day, time.min, SHANGHAI)
        return self.filter(stopped_at=None, due__gte=first, due__lt=first + ONE_DAY)

    def of_person(self, person: Person) -> "CaseQuerySet":
        return self.filter(person=person)

    def of_firm(self, firm: Firm) -> "CaseQuerySet":
        return self.filter(firm=firm)

    def worked_on_by(self, somebody: User) -> "CaseQuerySet":
        """经办过的: received, handled, decided by him, moved by him for an office or on behalf, helped along
        or given an opinion on; what he applied for himself is not."""
        of_case = models.OuterRef("pk")
        hands = (
            Q(received_by=somebody)
            | Q(handler=somebody)
            | Q(decided_by=somebody)
            | models.Exists(Move.objects.filter(case=of_case, by=somebody))
            | models.Exists(self._opinions().filter(case=of_case, given_by=somebody))
            | models.Exists(self._mandates().filter(case=of_case, helper=somebody))
        )
        return self.filter(hands).exclude(Q(person__account=somebody) | Q(firm__account=somebody))

    def within(self, scope: Scope) -> "CaseQuerySet":
        """Those decided by, lying with, or asked of the organisations covered."""
        decides = scope.rows(region="region_id", organisation="unit_id")
        has_it = scope.rows(region="region_id", organisation="desk_id")
        asked = scope.rows(region="case__region_id", organisation="organisation_id")
        answers = Q(pk__in=self._opinions().filter(asked).values("case"))
        return self.filter(decides | has_it | answers)

    def _opinions(self) -> models.QuerySet[models.Model]:
        return Case._meta.get_field("opinions").related_model._default_manager.all()

    def _mandates(self) -> models.QuerySet[models.Model]:
        return Case._meta.get_field("mandates").related_model._default_manager.all()


class Case(models.Model):
    """办件: bound to the version of the matter and of the flow under which it was opened.

    The limit is kept as its terms, `due` is what the calendar makes of it: none while the clock stands.
    `used_days` are the working days that really ran, once the clock has stopped.
    """

    class Channel(models.TextChoices):
        WINDOW = "window", "窗口"
        ONLINE = "online", "网上"
        PHONE = "phone", "移动端"
        MACHINE = "machine", "自助"
        AGENCY = "agency", "帮办代办"
        TAKEN_IN = "taken_in", "代收"

    class Manner(models.TextChoices):
        ORDINARY = "ordinary", "普通"
        DEFERRED = "deferred", "容缺"
        INSTANT = "instant", "秒批"
        DELEGATED = "delegated", "委托收件"

    class Delivery(models.TextChoices):
        PICK_UP = "pick_up", "窗口自取"
        POST = "post", "邮寄"
        ELECTRONIC = "electronic", "电子文书"

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    number = models.CharField("办件编号", max_length=24, blank=True)  # once it is handed in
    check_code = models.CharField("查询码", max_length=8, blank=True)
    bundle = models.CharField("一件事编号", max_length=24, blank=True)  # of which it is a part
    version = models.ForeignKey(
        MatterVersion, models.PROTECT, db_index=False, related_name="+", verbose_name="事项版本"
    )
    variant = models.CharField("办理情形", max_length=60)
    title = models.CharField("事项", max_length=200)
    flow = models.ForeignKey(FlowVersion, models.PROTECT, related_name="+", verbose_name="流程版本")
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="受理地区"
    )
    unit = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="决定机关"
    )
    desk = models.ForeignKey(
        Organisation, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="现在何处"
    )

    empowerment = models.ForeignKey(
        Empowerment,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="cases",
        verbose_name="赋权",
    )

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="cases")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="cases")
    applicant_name = models.CharField("申请人", max_length=200)
    applicant_number = models.CharField("证件号码", max_length=40)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    answers = models.JSONField("表单", default=dict)
    sources = models.JSONField("表单的来源", default=dict)
    consent_at = models.DateTimeField("同意使用数据的时间", null=True)

    channel = models.CharField("渠道", max_length=10, choices=Channel)
    manner = models.CharField("方式", max_length=10, choices=Manner, default=Manner.ORDINARY)
    step = models.CharField("环节", max_length=60)
    phase = models.CharField("阶段", max_length=16, choices=PHASES)
    outcome = models.CharField("结果", max_length=10, choices=OUTCOMES, blank=True)
    delivery = models.CharField("取件方式", max_length=10, choices=Delivery, default=Delivery.ELECTRONIC)
    post_to = models.CharField("邮寄地址", max_length=200, blank=True)
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="收件人")
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="经办人"
    )
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="决定人")

    opened_at = models.DateTimeField("填写时间")
    handed_in_at = models.DateTimeField("提交时间", null=True)
    accepted_at = models.DateTimeField("受理时间", null=True)
    decided_at = models.DateTimeField("决定时间", null=True)
    closed_at = models.DateTimeField("办结时间", null=True)

    promised_days = models.PositiveSmallIntegerField("承诺工作日")
    clock_started_at = models.DateTimeField("起算", null=True)
    stopped_at = models.DateTimeField("停止计时", null=True)
    due = models.DateTimeField("到期", null=True)
    report_due = models.DateField("应报送日", null=True)
    provisional = models.BooleanField("到期日待日历确定", default=False)
    used_days = models.PositiveSmallIntegerField("实际工作日", null=True)
    extended_days = models.PositiveSmallIntegerField("延长的工作日", default=0)
    step_since = models.DateTimeField("本环节起算", null=True)  # where the step has a limit of its own
    step_due = models.DateTimeField("本环节到期", null=True)
    received_on = models.DateField("收件日", null=True)  # after hours it is the next working day
    asked_of = models.CharField("告知时信息的指纹", max_length=64, blank=True)  # of the last 一次性告知
    warned = models.PositiveSmallIntegerField("已预警的比例", default=0)
    chased = models.PositiveSmallIntegerField("催办级别", default=0)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "办件"
        constraints = (
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="no_number_twice"),
            models.CheckConstraint(
                condition=Q(person=None) | Q(firm=None), name="a_case_of_a_person_or_of_a_firm"
            ),
            models.CheckConstraint(
                condition=Q(phase="DRAFT") | ~Q(number=""), name="what_is_handed_in_has_a_number"
            ),
        )
        indexes = (
            models.Index(fields=["desk", "phase", "-id"], name="cases_at_desk"),
            models.Index(fields=["bundle", "id"], condition=~Q(bundle=""), name="cases_of_bundle"),
            # of the list: each of its filters in the order of its rows
            models.Index(fields=["handed_in_at", "id"], name="cases_by_day"),
            models.Index(fields=["unit", "handed_in_at", "id"], name="cases_of_unit"),
            models.Index(fields=["region", "handed_in_at", "id"], name="cases_of_region"),
            models.Index(fields=["phase", "handed_in_at", "id"], name="cases_in_phase"),
            models.Index(fields=["channel", "handed_in_at", "id"], name="cases_by_channel"),
            models.Index(fields=["manner", "handed_in_at", "id"], name="cases_by_manner"),
            models.Index(fields=["outcome", "handed_in_at", "id"], name="cases_by_outcome"),
            models.Index(fields=["version", "handed_in_at", "id"], name="cases_of_version"),
            models.Index(fields=["handler", "handed_in_at", "id"], name="cases_of_handler"),
            models.Index(fields=["applicant_name", "id"], name="cases_by_name"),
            models.Index(fields=["decided_at", "id"], condition=~Q(outcome=""), name="cases_decided"),
            models.Index(
                fields=["handed_in_at", "id"],
                condition=Q(stopped_at__gt=models.F("due")),
                name="cases_decided_late",
            ),
            models.Index(
                fields=["empowerment", "id"],
                condition=Q(empowerment__isnull=False),
                name="cases_of_empowerment",
            ),
            models.Index(
                fields=["due"], condition=Q(due__isnull=False, stopped_at=None), name="cases_that_run"
            ),
            models.Index(fields=["step_due"], condition=Q(step_due__isnull=False), name="cases_due_at_step"),
        )

    def __str__(self) -> str:
        return self.number or "草稿"

    def get_absolute_url(self) -> str:
        return reverse("cases:case", args=[self.number])

    @property
    def declared(self) -> Declaration:
        return self.version.declared

    @property
    def situation(self) -> Variant:
        return self.declared.variant(self.variant)

    @property
    def at_step(self) -> Step:
        return self.flow.declared.step(self.step)

    @property
    def stands_in(self) -> Phase:
        return Phase[self.phase]

    @property
    def is_closed(self) -> bool:
        return self.stands_in.closed

    @property
    def reported_late(self) -> bool:
        """Reported after the day that the situation grants."""
        return bool(self.report_due and self.handed_in_at and local_day(self.handed_in_at) > self.report_due)

    @property
    def masked_name(self) -> str:
        """A person's; firms, and offices that hand a case up, are named in full: offices have no number."""
        is_person = self.applicant_number and not self.firm_id
        return mask_name(self.applicant_name) if is_person else self.applicant_name

    @property
    def in_the_name_of(self) -> Organisation:
        """以谁的名义: the deciding unit's own, or the department's that delegated the power."""
        return self.empowerment.in_the_name_of if self.empowerment else self.unit

    @property
    def clock(self) -> Clock | None:
        """Its pauses should be at hand."""
        if self.clock_started_at is None or not self.promised_days:
            return None
        return self.clock_of(sorted(self.pauses.all(), key=lambda pause: pause.since))

    def entrust(self) -> None:
        """委托收件: received for whoever goes on with it; what came to a window was 代收."""
        self.manner = self.Manner.DELEGATED
        if self.channel == self.Channel.WINDOW:
            self.channel = self.Channel.TAKEN_IN

    def clock_of(self, pauses: "Iterable[Pause]") -> Clock | None:
        if self.clock_started_at is None or not self.promised_days:
            return None
        return Clock(
            Limit(self.promised_days + self.extended_days, Unit.WORKING_DAY),
            self.clock_started_at,
            tuple(Standing(pause.since, pause.until, pause.ground) for pause in pauses),
        )


AT_COUNTER = (Case.Channel.WINDOW, Case.Channel.TAKEN_IN)


class Move(models.Model):
    """流转: one move of a case, with who made it, when, and on what ground; rows are only added."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="moves")
    arrow = models.CharField("流转", max_length=60)
    title = models.CharField("做了什么", max_length=100)
    since = models.CharField("从", max_length=60, blank=True)
    to = models.CharField("到", max_length=60)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    desk = models.ForeignKey(
        Organisation, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="经办机构"
    )
    at = models.DateTimeField("时间")
    said = models.CharField("理由或者说明", max_length=1000, blank=True)

    class Meta:
        verbose_name = "办件流转"
        ordering = ("id",)


class Pause(models.Model):
    """中止: the clock of the case stands, on a ground, with the paper that says so."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="pauses")
    ground = models.CharField("事由", max_length=60)
    paper = models.CharField("依据的文书", max_length=120, blank=True)
    since = models.DateTimeField("自何时")
    until = models.DateTimeField("至何时", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")

    class Meta:
        verbose_name = "办件中止"
        ordering = ("since",)
        constraints = (
            models.UniqueConstraint(
                fields=["case"], condition=Q(until=None), name="one_pause_of_a_case_at_a_time"
            ),
        )
