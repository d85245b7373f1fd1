"""政务服务大厅 and their windows; ways of rating that somebody has closed."""

import secrets
from datetime import date

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation, Region
from guangyue.ratings.signs import SetUp, set_up
from guangyue.ratings.ways import WAYS

TOKEN_OCTETS = 24


def new_token() -> str:
    """Nobody guesses it."""
    return secrets.token_urlsafe(TOKEN_OCTETS)


class HallQuerySet(models.QuerySet["Hall"]):
    def within(self, scope: Scope) -> "HallQuerySet":
        return self.filter(scope.rows(region="region_id", organisation="organisation_id"))

    def lacking_signs(self, on: date) -> "HallQuerySet":
        """Without the window or without the board on that day."""
        late = Q(window_since=None) | Q(window_since__gt=on) | Q(board_since=None) | Q(board_since__gt=on)
        return self.filter(late)


class Hall(models.Model):
    """大厅: of the city or of a county, with the days from which its two signs stand."""

    key = models.SlugField("标识", max_length=60, unique=True)
    name = models.CharField("名称", max_length=80)
    region = models.OneToOneField(Region, models.PROTECT, related_name="+", verbose_name="地区")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="管理单位")
    window_since = models.DateField("设吐槽找茬窗口之日", null=True, blank=True)
    board_since = models.DateField("设提示牌之日", null=True, blank=True)

    objects = HallQuerySet.as_manager()

    class Meta:
        verbose_name = "政务服务大厅"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    def set_up_on(self, day: date) -> SetUp:
        window, board = self.window_since, self.board_since
        return set_up(
            window=window is not None and window <= day, board=board is not None and board <= day, on=day
        )


class Window(models.Model):
    """窗口: a number in a hall, whoever sits there now, and the secret address of its 评价器."""

    hall = models.ForeignKey(Hall, models.PROTECT, related_name="windows", verbose_name="大厅")
    number = models.CharField("窗口号", max_length=10)
    person = models.OneToOneField(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="窗口人员"
    )
    device = models.CharField("评价器地址", max_length=40, unique=True, default=new_token, editable=False)

    class Meta:
        verbose_name = "大厅窗口"
        ordering = ("hall", "number")
        constraints = (models.UniqueConstraint(fields=["hall", "number"], name="one_window_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.hall.name} {self.number} 号窗口"


class WayClosureQuerySet(models.QuerySet["WayClosure"]):
    def standing(self) -> "WayClosureQuerySet":
        return self.filter(ended_at=None)


class WayClosure(models.Model):
    """停用: every released matter can be rated in every way, but for those that somebody has closed."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="+", verbose_name="事项")
    way = models.CharField("评价方式", max_length=8, choices=WAYS)
    reason = models.CharField("原因", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="停用人")
    at = models.DateTimeField("停用时间")
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="恢复人")
    ended_at = models.DateTimeField("恢复时间", null=True)

    objects = WayClosureQuerySet.as_manager()

    class Meta:
        verbose_name = "评价方式停用"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=["matter", "way"], condition=Q(ended_at=None), name="a_way_closed_once_at_a_time"
            ),
        )
