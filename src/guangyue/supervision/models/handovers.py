"""审管互动: permits on their way from whoever decides to whoever supervises."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.kit.access import Scope
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Organisation
from guangyue.supervision.handing import handed_over_in_time
from guangyue.supervision.models.catalogue import SupervisionItem


class PermitHandoverQuerySet(models.QuerySet["PermitHandover"]):
    def within(self, scope: Scope) -> "PermitHandoverQuerySet":
        return self.filter(scope.rows(region="office__region_id", organisation="office_id"))

    def to_receive(self) -> "PermitHandoverQuerySet":
        return self.filter(received_at=None)

    def to_plan(self) -> "PermitHandoverQuerySet":
        """Received, and no first check named yet."""
        return self.filter(received_at__isnull=False, first_check_on=None)


class PermitHandover(models.Model):
    """审管互动: one permit decision before one supervising office."""

    class State(models.TextChoices):
        SENT = "sent", "待签收"
        RECEIVED = "received", "已签收"
        PLANNED = "planned", "已安排首次检查"

    case = models.ForeignKey(Case, models.PROTECT, related_name="handovers", verbose_name="许可办件")
    item = models.ForeignKey(SupervisionItem, models.PROTECT, related_name="+", verbose_name="监管事项")
    office = models.ForeignKey(
        Organisation, models.PROTECT, db_index=False, related_name="+", verbose_name="监管部门"
    )
    decided_at = models.DateTimeField("决定时间")
    sent_at = models.DateTimeField("推送时间")
    received_at = models.DateTimeField("签收时间", null=True)
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="签收人")
    first_check_on = models.DateField("首次检查", null=True)
    planned_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="安排人")

    objects = PermitHandoverQuerySet.as_manager()

    class Meta:
        verbose_name = "审管互动"
        constraints = (
            models.UniqueConstraint(fields=["case", "office"], name="one_handover_of_a_permit_to_an_office"),
            models.CheckConstraint(
                condition=Q(first_check_on=None) | Q(received_at__isnull=False),
                name="a_check_is_planned_once_received",
            ),
        )
        indexes = (
            models.Index(fields=["office", "-id"], name="handovers_of_office"),
            models.Index(fields=["office", "id"], condition=Q(received_at=None), name="handovers_waiting"),
        )

    def __str__(self) -> str:
        return f"{self.case}（{self.office}）"

    def get_absolute_url(self) -> str:
        return reverse("supervision:handover", args=[self.pk])

    @property
    def state(self) -> State:
        if self.first_check_on is not None:
            return self.State.PLANNED
        return self.State.SENT if self.received_at is None else self.State.RECEIVED

    @property
    def on_time(self) -> bool:
        """On the day it was decided."""
        return handed_over_in_time(local_day(self.decided_at), sent_on=local_day(self.sent_at))
