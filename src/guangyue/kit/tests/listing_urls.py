"""A list of cards, beside the city's own pages, for the tests of lists."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import include, path

from guangyue.kit.access import open_to_all
from guangyue.kit.lists import Choice, Column, DayRange, Listing, NumberRange, Order, Text, YesNo, show_list

DAWN = datetime(2024, 5, 9, tzinfo=UTC)


class Card(models.Model):
    """A row with everything that makes an order hard: ties, nulls, and moments to the microsecond."""

    name = models.CharField(max_length=3)
    weight = models.IntegerField(null=True)
    seen = models.DateTimeField(null=True)

    objects: models.Manager["Card"] = models.Manager()

    class Meta:
        app_label = "kit"
        managed = False


CARDS = Listing(
    key="kit.cards",
    title="卡片",
    columns=(
        Column("name", "名称"),
        Column("weight", "重量", number=True),
        Column("seen", "看到的时间"),
        Column("pk", "编号", chosen=False),
    ),
    orders=(
        Order("name", "按名称", ("name",), column="name"),
        Order("heavy", "重的在前", ("-weight",), column="weight"),
        Order("light", "轻的在前", ("weight",), column="weight"),
    ),
    filters=(
        Choice("letter", "字母", (("a", "甲"), ("b", "乙")), lookup="name__startswith"),
        YesNo("weighed", "称过", ~Q(weight=None)),
        Text("ends", "结尾", "name__endswith"),
        DayRange("seen", "看到", moments=True),
        NumberRange("grams", "重量", lookup="weight", unit="克"),
    ),
    search=("name__contains",),
    empty="还没有卡片",
    empty_advice="登记以后出现在这里。",
    link=lambda card: f"/cards/{card.pk}/",
    size=3,
)


@open_to_all
def cards(request: HttpRequest) -> HttpResponseBase:
    return show_list(request, CARDS, Card.objects.all())


urlpatterns = [path("cards/", cards), path("", include("config.urls"))]
