"""赋权: a power of a matter granted to a body, and every move that brought it where it is."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.empowerments.models.documents import GrantingDocument
from guangyue.empowerments.modes import NEW_GRANTS, WAYS, Act, Mode, Way
from guangyue.empowerments.notes import Note, read_note
from guangyue.kit.access import Scope
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import KINDS, Matter
from guangyue.organisations.models import Organisation

MODES = [(one.name, one.value) for one in Mode]
NEW_MODES = [mode.name for mode in NEW_GRANTS]


class State(models.TextChoices):
    """赋权状态."""

    PROPOSED = "proposed", "拟赋权"
    ISSUED = "issued", "已印发"
    PREPARING = "preparing", "准备中"
    OVERDUE = "overdue", "逾期"
    UNDERTAKEN = "undertaken", "已承接"
    SUSPENDED = "suspended", "停用"
    WITHDRAWN = "withdrawn", "已收回"


NOT_YET = (State.PROPOSED, State.ISSUED, State.PREPARING, State.OVERDUE)
MOVES = {
    State.PROPOSED: (State.ISSUED,),
    State.ISSUED: (State.PREPARING, State.WITHDRAWN),
    State.PREPARING: (State.UNDERTAKEN, State.OVERDUE, State.WITHDRAWN),
    State.OVERDUE: (State.UNDERTAKEN, State.WITHDRAWN),
    State.UNDERTAKEN: (State.SUSPENDED, State.WITHDRAWN),
    State.SUSPENDED: (State.UNDERTAKEN, State.WITHDRAWN),
    State.WITHDRAWN: (),
}


class EmpowermentQuerySet(models.QuerySet["Empowerment"]):
    def within(self, scope: Scope) -> "EmpowermentQuerySet":
        """Those that the organisations covered gave or undertook."""
        gave = scope.rows(region="body__region_id", organisation="department_id")
        undertook = scope.rows(region="body__region_id", organisation="body_id")
        return self.filter(gave | undertook)

    def as_of(self, on: date) -> "models.QuerySet[Any]":
        """Each with `state_then`: what it was on that day, whatever became of it later."""
        moves = EmpowermentMove.objects.filter(empowerment=OuterRef("pk"), on__lte=on)
        return self.annotate(state_then=Subquery(moves.order_by("-on", "-pk").values("to")[:1]))

    def standing(self, on: date) -> "models.QuerySet[Any]":
        """Undertaken on that day."""
        return self.as_of(on).filter(state_then=State.UNDERTAKEN)

    def unfinished(self) -> "EmpowermentQuerySet":
        """Being made ready, suspended, or undertaken before the whole kit was there."""
        short = Q()
        for mode in NEW_GRANTS:
            short |= Q(mode=mode.name, made__lt=len(WAYS[mode].kit))
        counted = self.newly_granted().annotate(made=Count("kit"))
        return counted.filter(
            Q(state__in=(State.PREPARING, State.OVERDUE, State.SUSPENDED))
            | (Q(state=State.UNDERTAKEN) & short)
        )

    def newly_granted(self) -> "EmpowermentQuerySet":
        """Those of the first list; the others were exercised before."""
        return self.filter(mode__in=NEW_MODES)

    def with_pieces(self) -> "EmpowermentQuerySet":
        """What is asked of each, at hand."""
        return self.select_related("document", "department", "body__region", "matter").prefetch_related(
            "agreements", "seals", "permissions", "announcements", "kit"
        )


class Empowerment(models.Model):
    """赋权: what one body may do of one power, given by one department. `matter` is the one of the catalogue,
    where it stands there; code, name and kind are as the list says them."""

    class OpenCases(models.TextChoices):
        FINISH = "finish", "由原承接单位办完"
        HAND_OVER = "hand_over", "移交原部门办理"

    document = models.ForeignKey(
        GrantingDocument, models.PROTECT, related_name="empowerments", verbose_name="赋权文件"
    )
    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("权力类型", max_length=12, choices=KINDS)
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, related_name="empowerments", verbose_name="事项库中的事项"
    )
    mode = models.CharField("赋权方式", max_length=12, choices=MODES)
    described = models.CharField("其他方式的说明", max_length=200, blank=True)
    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="赋权部门")
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="承接主体")
    remark = models.CharField("备注", max_length=300, blank=True)
    reserved = models.BooleanField("法定由市级以上实施", default=False)
    reserved_reason = models.CharField("不以委托方式的理由", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    since = models.DateField("承接之日", null=True)
    until = models.DateField("收回之日", null=True)
    open_cases = models.CharField("在办办件", max_length=10, choices=OpenCases, blank=True)

    objects = EmpowermentQuerySet.as_manager()

    class Meta:
        verbose_name = "赋权"
        ordering = ("body", "code", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["body", "code"], condition=~Q(state="withdrawn"), name="one_live_grant_of_a_power"
            ),
            models.CheckConstraint(
                condition=~Q(mode="OTHER") | ~Q(described=""), name="another_way_is_described"
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(until__isnull=False), name="what_is_withdrawn_has_a_day"
            ),
        )
        indexes = (models.Index(fields=["body", "state", "id"], name="empowerments_of_body"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.body}）"

    def get_absolute_url(self) -> str:
        return reverse("empowerments:empowerment", args=[self.pk])

    @property
    def granted_by(self) -> Mode:
        return Mode[self.mode]

    @property
    def way(self) -> Way:
        return WAYS[self.granted_by]

    @property
    def power_kind(self) -> PowerKind:
        return PowerKind[self.kind]

    @property
    def note(self) -> Note:
        return read_note(self.remark)

    @property
    def in_the_name_of(self) -> Organisation:
        """以谁的名义: the department's where it delegates, and where it signs itself."""
        return self.body if self.way.in_own_name else self.department

    @property
    def deciding(self) -> Organisation:
        """决定机关: the body where it may decide, or else the department."""
        return self.body if Act.DECIDE in self.way.may else self.department

    def may(self, state: State) -> bool:
        """Whether its next state can be this."""
        return state in MOVES[State(self.state)]


class EmpowermentMove(models.Model):
    """赋权流转: the empowerment came to this state, from which day on, by whom and why; rows are only
    added."""

    empowerment = models.ForeignKey(Empowerment, models.PROTECT, related_name="moves")
    to = models.CharField("状态", max_length=10, choices=State)
    on = models.DateField("自何日起")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("登记时间")
    said = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "赋权流转"
        ordering = ("id",)
        indexes = (models.Index(fields=["empowerment", "-on", "-id"], name="empowerment_moves_by_day"),)

    def __str__(self) -> str:
        return self.said or self.get_to_display()
