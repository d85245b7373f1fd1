"""指挥部职务: who may sign as what, and since when."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from guangyue.accounts.models import User


class CommanderQuerySet(models.QuerySet["Commander"]):
    def in_office(self, on: date) -> "CommanderQuerySet":
        return self.filter(Q(until=None) | Q(until__gte=on), since__lte=on)


class Commander(models.Model):
    """指挥部任职: an account holds one of the posts of the plan, in the plan's own word for it.

    Several may be director of the office, or deputies; each signs as what he is. Nobody names himself.
    """

    post = models.CharField("指挥部职务", max_length=40)
    account = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="账户")
    since = models.DateField("起始日")
    until = models.DateField("截止日", null=True, blank=True)
    ground = models.CharField("依据", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = CommanderQuerySet.as_manager()

    class Meta:
        verbose_name = "指挥部任职"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_commander_ends_after_he_begins"
            ),
            models.CheckConstraint(condition=~Q(account=F("by")), name="no_commander_names_himself"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(until=None), name="a_commander_holds_one_post"
            ),
        )

    def __str__(self) -> str:
        return f"{self.post} {self.account}"
