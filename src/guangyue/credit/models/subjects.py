"""信用主体, known by a number that checks; and what they have promised."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.declaration import titles
from guangyue.credit.identifying import SubjectKind, of_age_since, shown_number


class CreditSubjectQuerySet(models.QuerySet["CreditSubject"]):
    def may_be_public(self, on: date) -> "CreditSubjectQuerySet":
        """Whoever is not yet of age is never public."""
        return self.filter(Q(born=None) | Q(born__lte=of_age_since(on)))


class CreditSubject(models.Model):
    """信用主体: a person or an organisation, known by its number; who has the same name is another."""

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    kind = models.CharField("类别", max_length=12, choices=titles(SubjectKind))
    number = models.CharField("号码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=200)
    born = models.DateField("出生日期", null=True)

    objects = CreditSubjectQuerySet.as_manager()

    class Meta:
        verbose_name = "信用主体"
        ordering = ("id",)
        indexes = (models.Index(fields=["name", "id"], name="credit_subjects_by_name"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(number__regex="^[0-9A-Z]{18}$"), name="credit_number_has_18_places"
            ),
            models.CheckConstraint(
                condition=Q(kind="PERSON", born__isnull=False) | Q(kind="ORGANISATION", born__isnull=True),
                name="only_persons_have_a_birthday",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("credit:subject", args=[self.key])

    @property
    def shown_number(self) -> str:
        return shown_number(SubjectKind[self.kind], self.number)

    def is_minor(self, *, on: date) -> bool:
        return self.born is not None and self.born > of_age_since(on)


class Promise(models.Model):
    """守信承诺: which text was signed for which matter, by whom and when. Rows are only added."""

    subject = models.ForeignKey(CreditSubject, models.PROTECT, related_name="promises", verbose_name="承诺人")
    matter = models.CharField("事项", max_length=200)
    version = models.CharField("承诺书版本", max_length=40)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="签署账户")
    at = models.DateTimeField("签署时间")

    class Meta:
        verbose_name = "守信承诺"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["subject", "matter", "version"], name="promised_once_a_version"),
        )
