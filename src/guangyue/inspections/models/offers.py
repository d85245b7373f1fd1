"""联合检查提议: two departments have drawn one unit in one month; both are asked whether they go together."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.inspections.models.visits import Visit
from guangyue.kit.access import Scope


class JointOfferQuerySet(models.QuerySet["JointOffer"]):
    def open(self) -> "JointOfferQuerySet":
        return self.filter(state=JointOffer.State.OPEN)

    def of_visits(self, visits: models.QuerySet[Visit]) -> "JointOfferQuerySet":
        return self.filter(Q(first__in=visits) | Q(second__in=visits))

    def within(self, scope: Scope) -> "JointOfferQuerySet":
        """Either side reads it."""
        return self.of_visits(Visit.objects.within(scope))

    def to_answer(self, scope: Scope) -> "JointOfferQuerySet":
        """Open, and a side that the scope covers has not answered."""
        answered = JointAnswer.objects.filter(offer=OuterRef(OuterRef("pk")), visit=OuterRef("pk"))
        sides = Q(pk=OuterRef("first")) | Q(pk=OuterRef("second"))
        return self.open().filter(Exists(Visit.objects.within(scope).filter(sides, ~Exists(answered))))


class JointOffer(models.Model):
    """提议 to make one visit of two; the name of the unit stays behind the door with the log."""

    class State(models.TextChoices):
        OPEN = "open", "待答复"
        JOINED = "joined", "联合检查"
        DECLINED = "declined", "分别检查"
        LAPSED = "lapsed", "已经分别开始"

    first = models.ForeignKey(Visit, models.PROTECT, related_name="+", verbose_name="先派发的检查")
    second = models.ForeignKey(Visit, models.PROTECT, related_name="+", verbose_name="后派发的检查")
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    offered_at = models.DateTimeField("提出时间")
    settled_at = models.DateTimeField("结束时间", null=True)

    objects = JointOfferQuerySet.as_manager()

    class Meta:
        verbose_name = "联合检查提议"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["first", "second"], name="two_visits_are_offered_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="the_earlier_visit_stands_first"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None) | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="an_offer_that_ended_says_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first.organisation} 和 {self.second.organisation}"

    def get_absolute_url(self) -> str:
        return reverse("inspections:joint_offer", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def sides(self) -> tuple[Visit, Visit]:
        return self.first, self.second

    def sides_to_answer(self, scope: Scope) -> models.QuerySet[Visit]:
        """Those that the scope speaks for and that have not answered."""
        own = Visit.objects.within(scope).filter(pk__in=(self.first_id, self.second_id))
        return own.exclude(pk__in=self.answers.values("visit"))


class JointAnswer(models.Model):
    """答复 of one side; rows are only added."""

    offer = models.ForeignKey(JointOffer, models.PROTECT, related_name="answers", verbose_name="提议")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+", verbose_name="检查")
    agrees = models.BooleanField("同意")
    said = models.CharField("理由", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="答复人")
    at = models.DateTimeField("答复时间")

    class Meta:
        verbose_name = "联合检查答复"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["offer", "visit"], name="a_side_answers_once"),
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(said=""), name="no_offer_is_declined_unsaid"
            ),
        )
