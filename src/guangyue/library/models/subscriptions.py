"""订阅: what somebody wants to be told of, and what they have been told."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def of(self, person: Any) -> "SubscriptionQuerySet":
        return self.filter(person=person)

    def standing(self) -> "SubscriptionQuerySet":
        return self.filter(ended_at=None)


class Subscription(models.Model):
    """订阅: every condition that is not empty must hold. With a `number` it watches that document, or one
    clause of it; otherwise it asks what new documents there are."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="订阅人"
    )
    words = models.CharField("词语", max_length=100, blank=True)
    issuer = models.CharField("发文机关", max_length=60, blank=True)
    series = models.CharField("文种", max_length=20, blank=True)
    category = models.CharField("栏目", max_length=10, blank=True)
    number = models.CharField("文号", max_length=60, blank=True)
    path = models.CharField("条款号", max_length=60, blank=True)
    at = models.DateTimeField("订阅时间")
    ended_at = models.DateTimeField("退订时间", null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = "政策订阅"
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["person", "words", "issuer", "series", "category", "number", "path"],
                condition=Q(ended_at=None),
                name="subscribed_once_to_the_same",
            ),
            models.CheckConstraint(
                condition=~Q(words="", issuer="", series="", category="", number=""),
                name="subscribed_to_something",
            ),
        )

    def __str__(self) -> str:
        if self.number:
            return f"关注 {self.number} {self.path}".strip()
        said = (self.words and f"“{self.words}”", self.issuer, self.series, self.category)
        return "、".join(part for part in said if part)


class Telling(models.Model):
    """推送: a person was told of a document; an edition read again tells nobody again."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="订阅人"
    )
    document_key = models.CharField("公文标识", max_length=80)
    at = models.DateTimeField("推送时间")

    class Meta:
        verbose_name = "政策推送"
        constraints = (
            models.UniqueConstraint(fields=["person", "document_key"], name="told_once_of_a_document"),
        )
