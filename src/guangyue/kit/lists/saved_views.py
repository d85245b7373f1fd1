"""What people ask of a list again and again, kept under a name and shared with colleagues."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.module_loading import import_string

from guangyue.kit.refusals import Refused

MOST_OF_ONE = 20
Circles = Mapping[str, str]


class TooManyViews(Refused):
    sentence = f"一个列表最多保存 {MOST_OF_ONE} 个视图，请先删除不用的。"


class NameTaken(Refused):
    sentence = "您已经有同名的视图，请换一个名称。"


class NotShared(Refused):
    sentence = "只能共享给自己所在的单位。"


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def for_list(self, key: str, *, user: Any, circles: Circles) -> "SavedViewQuerySet":
        """The person's own, then what colleagues share."""
        seen = self.filter(list_key=key).filter(Q(owner=user) | Q(circle__in=circles))
        return seen.annotate(own=Q(owner=user)).order_by("-own", "name").select_related("owner")


class SavedView(models.Model):
    """视图: a list as someone likes to see it. `asked` is its address's query; `circle` who else sees it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="保存人"
    )
    list_key = models.CharField("列表", max_length=80)
    name = models.CharField("名称", max_length=20)
    asked = models.CharField("条件", max_length=2000, blank=True)
    circle = models.CharField("共享范围", max_length=40, blank=True)
    at = models.DateTimeField("保存时间")

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = "列表视图"
        constraints = (models.UniqueConstraint(fields=["owner", "list_key", "name"], name="view_name_once"),)
        indexes = (models.Index(fields=["list_key", "circle"]),)

    def __str__(self) -> str:
        return self.name


def save_view(*, list_key: str, name: str, asked: str, circle: str, by: Any, at: datetime) -> SavedView:
    """Keep what a list is asked for."""
    own = SavedView.objects.filter(owner=by, list_key=list_key)
    if own.filter(name=name).exists():
        raise NameTaken(field="name")
    if own.count() >= MOST_OF_ONE:
        raise TooManyViews
    if circle and circle not in circles_of(by):
        raise NotShared(field="circle")
    return own.create(owner=by, list_key=list_key, name=name, asked=asked, circle=circle, at=at)


def circles_of(user: Any) -> Circles:
    """With whom a person may share: keys and titles. What a circle is, the city says in settings."""
    return _circles()(user) if user.is_authenticated else {}


@cache
def _circles() -> Callable[[Any], Circles]:
    found: Callable[[Any], Circles] = import_string(settings.GUANGYUE_CIRCLES)
    return found
