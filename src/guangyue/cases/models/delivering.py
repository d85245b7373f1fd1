"""出件: how the result of a case reached its applicant."""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.cases.models.case import Case


class Delivered(models.Model):
    """送达: to whom, by what way and on what proof; rows are only added."""

    class Proof(models.TextChoices):
        OWN = "own", "本人身份证件"
        FIRM = "firm", "营业执照和经办人身份证件"
        MANDATE = "mandate", "委托书和代办人身份证件"

    case = models.OneToOneField(Case, models.PROTECT, related_name="delivered", verbose_name="办件")
    how = models.CharField("方式", max_length=10, choices=Case.Delivery)
    to = models.CharField("签收人", max_length=100)
    proof = models.CharField("核对的证件", max_length=10, choices=Proof, blank=True)
    carrier = models.CharField("承运人", max_length=40, blank=True)
    tracking = models.CharField("邮件号", max_length=40, blank=True)
    address = models.CharField("寄往", max_length=200, blank=True)
    said = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="出件人")
    at = models.DateTimeField("出件时间")

    class Meta:
        verbose_name = "出件记录"
        constraints = (
            models.CheckConstraint(
                condition=~Q(how="pick_up") | ~Q(proof=""), name="a_pick_up_has_its_proof"
            ),
            models.CheckConstraint(
                condition=~Q(how="post") | ~Q(tracking=""), name="what_is_posted_has_a_tracking_number"
            ),
        )
