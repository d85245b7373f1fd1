"""申请: what a person or a firm asks for, and the road it travelled."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.grants.models.within import rows_within
from guangyue.kit.access import Scope
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person
from guangyue.systems.offered import Offered, offered_as


class State(models.TextChoices):
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "已提交"
    ACCEPTED = "accepted", "审核中"
    SUPPLEMENT = "supplement", "待补正"
    APPROVED = "approved", "已核定"
    REFUSED = "refused", "不予通过"
    WITHDRAWN = "withdrawn", "已撤回"
    PAID = "paid", "已拨付"
    DISCLOSED = "disclosed", "已公开"


OPEN = (State.DRAFT, State.SUBMITTED, State.ACCEPTED, State.SUPPLEMENT)
WAITING = (State.SUBMITTED, State.ACCEPTED)
UNDER_WAY = (State.SUBMITTED, State.ACCEPTED, State.SUPPLEMENT, State.APPROVED)
GRANTED = (State.APPROVED, State.PAID, State.DISCLOSED)
SETTLED = (State.PAID, State.DISCLOSED)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def of_person(self, pk: int) -> "ApplicationQuerySet":
        return self.filter(person=pk)

    def of_firm(self, pk: int) -> "ApplicationQuerySet":
        return self.filter(firm=pk)

    def of_payee(self, payee: Person | Firm) -> "ApplicationQuerySet":
        return self.of_person(payee.pk) if isinstance(payee, Person) else self.of_firm(payee.pk)

    def open(self) -> "ApplicationQuerySet":
        """Not decided yet and not withdrawn; drafts among them."""
        return self.filter(state__in=OPEN)

    def waiting(self) -> "ApplicationQuerySet":
        """For an official to go on with."""
        return self.filter(state__in=WAITING)

    def handed_in(self) -> "ApplicationQuerySet":
        """What officials see: a draft is the applicant's own."""
        return self.exclude(number="")

    def within(self, scope: Scope) -> "ApplicationQuerySet":
        return self.filter(rows_within(scope))


class Application(models.Model):
    """申请: for one offer and one occasion, with the facts it rests on and where each comes from.

    `facts` holds what is known of each subject of the rule, frozen (`rules.frozen`); `sources` says for
    each of them, by the same names, who says so: a register, or the applicant.
    """

    State = State

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    number = models.CharField("申请编号", max_length=20, blank=True)  # once it is handed in
    code = models.CharField("政策", max_length=60)
    item = models.CharField("事由", max_length=80, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="applications")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="applications")
    region = models.ForeignKey(
        Region, models.PROTECT, db_index=False, related_name="+", verbose_name="所在镇街"
    )
    on = models.DateField("申请日期")
    judged_on = models.DateField("依据哪一天的规定")  # the occasion's own day, where it has one
    facts = models.JSONField("事实", default=list)
    sources = models.JSONField("来源", default=list)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    consent_at = models.DateTimeField("同意使用数据的时间", null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="提交人")
    submitted_at = models.DateTimeField("提交时间", null=True)
    saved_at = models.DateTimeField("保存时间")
    case = models.OneToOneField(
        Case, models.PROTECT, null=True, related_name="application", verbose_name="办件"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "申请"
        indexes = (models.Index(fields=["region", "state", "submitted_at"], name="applications_of_region"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=False, firm=None) | Q(person=None, firm__isnull=False),
                name="application_of_one_payee",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(State.DRAFT, State.WITHDRAWN))
                | ~Q(number="") & Q(consent_at__isnull=False, submitted_at__isnull=False),
                name="nothing_is_asked_for_without_consent",
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="application_number_once"
            ),
            models.UniqueConstraint(
                fields=["code", "item", "person"],
                condition=Q(state__in=OPEN, person__isnull=False),
                name="one_open_application_of_person",
            ),
            models.UniqueConstraint(
                fields=["code", "item", "firm"],
                condition=Q(state__in=OPEN, firm__isnull=False),
                name="one_open_application_of_firm",
            ),
        )

    def __str__(self) -> str:
        return self.number or "草稿"

    def get_absolute_url(self) -> str:
        return reverse("grants:application", args=[self.number])

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
        offered = self.offered
        return offered.title if offered else self.code

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING


class Move(models.Model):
    """流转: an application came to a state, by whom, when, and what was said; rows are only added."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="moves")
    to = models.CharField("状态", max_length=10, choices=State)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")
    said = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = "申请流转"
        ordering = ("id",)
