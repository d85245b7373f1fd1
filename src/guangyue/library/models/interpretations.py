"""解读: an explanation of a clause in plain words, approved by every body that the document names for it.

S01 R33. It hangs on the number and the path, as a citation does, and is always shown as explanation.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import Scope
from guangyue.organisations.models import Organisation


class InterpretationQuerySet(models.QuerySet["Interpretation"]):
    def of(self, document: PrintedDocument) -> "InterpretationQuerySet":
        return self.filter(document_key=document.key)

    def approved(self) -> "InterpretationQuerySet":
        return self.filter(state=Interpretation.State.APPROVED)

    def within(self, scope: Scope) -> "InterpretationQuerySet":
        """Those for which a body in reach must answer."""
        consents = Consent.objects.filter(interpretation=OuterRef("pk")).within(scope)
        return self.filter(Exists(consents))

    def to_approve(self, scope: Scope) -> "InterpretationQuerySet":
        """Those that a body in reach has not yet agreed to."""
        open_ = Consent.objects.filter(interpretation=OuterRef("pk"), at=None).within(scope)
        return self.filter(Exists(open_), state=Interpretation.State.SUBMITTED)


class Interpretation(models.Model):
    """解读: of one clause; without a path, of the document as a whole."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "待审定"
        APPROVED = "approved", "已审定"
        RETURNED = "returned", "已退回"
        WITHDRAWN = "withdrawn", "已撤回"

    document_key = models.CharField("公文标识", max_length=80, db_index=True)
    path = models.CharField("条款号", max_length=60, blank=True)
    title = models.CharField("标题", max_length=80)
    text = models.TextField("解读")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="撰写人"
    )
    written_at = models.DateTimeField("撰写时间")

    objects = InterpretationQuerySet.as_manager()

    class Meta:
        verbose_name = "政策解读"
        ordering = ("document_key", "path", "id")

    def __str__(self) -> str:
        return f"{self.cites}：{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("library:interpretation", args=[self.pk])

    @property
    def cites(self) -> Clause:
        return Clause(self.document_key, self.path)

    @property
    def is_editable(self) -> bool:
        return self.state in (self.State.DRAFT, self.State.RETURNED)

    @property
    def approved_at(self) -> datetime | None:
        return max((consent.at for consent in self.consents.all() if consent.at), default=None)


class ConsentQuerySet(models.QuerySet["Consent"]):
    def within(self, scope: Scope) -> "ConsentQuerySet":
        return self.filter(scope.rows(region="organisation__region_id", organisation="organisation_id"))


class Consent(models.Model):
    """审定: one of the bodies that must agree, under the name the document prints, and who agreed for it."""

    interpretation = models.ForeignKey(
        Interpretation, models.CASCADE, related_name="consents", verbose_name="解读"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="解释机关")
    printed = models.CharField("原文写法", max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="审定人"
    )
    at = models.DateTimeField("审定时间", null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "解读审定"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["interpretation", "organisation"], name="one_consent_of_an_organisation"
            ),
        )


class InterpretationMove(models.Model):
    """经过."""

    interpretation = models.ForeignKey(
        Interpretation, models.CASCADE, related_name="moves", verbose_name="解读"
    )
    what = models.CharField("事项", max_length=80)
    remark = models.CharField("说明", max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "解读经过"
        ordering = ("id",)

    @property
    def who(self) -> Any:
        return self.by
