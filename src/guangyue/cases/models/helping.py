"""帮办代办: who helps an applicant, with whose authorisation, and with what."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.registries.models import Firm, Person


class MandateQuerySet(models.QuerySet["Mandate"]):
    def live(self, on: date) -> "MandateQuerySet":
        """Those that neither their day nor the applicant has ended."""
        return self.filter(ended_at=None, until__gte=on)

    def given_by(self, applicant: Person | Firm) -> "MandateQuerySet":
        if isinstance(applicant, Person):
            return self.filter(person=applicant)
        return self.filter(firm=applicant)


class Mandate(models.Model):
    """委托: a person or a firm has authorised a helper for one matter, until a day; nothing else of theirs is
    to be seen. `paper` is the signed one, where the window took it."""

    class Help(models.TextChoices):
        BOOKING = "booking", "预约"
        AFTER_HOURS = "after_hours", "延时"
        JOINT = "joint", "联动"
        REMOTE = "remote", "远程"
        AT_HOME = "at_home", "上门"
        WHOLE_WAY = "whole_way", "全程代办"

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="mandates")
    firm = models.ForeignKey(Firm, models.PROTECT, null=True, related_name="mandates")
    helper = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="帮办人员")
    matter_code = models.CharField("事项", max_length=40)
    helps = ArrayField(models.CharField(max_length=12, choices=Help), verbose_name="服务方式", default=list)
    paper = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="委托书")
    given_at = models.DateTimeField("委托时间")
    until = models.DateField("至何日止")
    ended_at = models.DateTimeField("终止时间", null=True)
    case = models.ForeignKey("Case", models.PROTECT, null=True, related_name="mandates")

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = "帮办委托"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None) ^ Q(firm=None), name="a_mandate_of_a_person_or_of_a_firm"
            ),
        )

    @property
    def applicant(self) -> Person | Firm:
        applicant = self.person or self.firm
        assert applicant is not None
        return applicant

    @property
    def helps_in_words(self) -> str:
        return "、".join(self.Help(one).label for one in self.helps)

    def is_live(self, on: date) -> bool:
        return self.ended_at is None and self.until >= on
