"""What is filled in of 限批, and the list of all there were."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from markupsafe import Markup

from guangyue.cases.models import Restriction
from guangyue.kit.lists import Column, DayRange, Listing, Order
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region

LOOKS = {"限批中": "bad", "尚未开始": "notice"}


class RestrictionForm(forms.Form):
    region = forms.ModelChoiceField(Region.objects.none(), label="限批哪里", empty_label="请选择地区")
    since = DayField(label="自哪一天起")
    until = DayField(
        label="到哪一天为止", required=False, help_text="从这一天起恢复受理；没有定止期的不填，整改以后解除"
    )
    ground = forms.CharField(
        label="事由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="窗口和审查人员看得到，申请人看不到",
    )
    document = forms.CharField(label="依据的文件", max_length=120, help_text="作出决定的文号或者批示日期")

    def __init__(self, data: Any = None, *, regions: QuerySet[Region], today: date) -> None:
        super().__init__(data, initial={"since": today})
        self.use_required_attribute = False
        region = self.fields["region"]
        assert isinstance(region, forms.ModelChoiceField)
        region.queryset = regions


def standing_tag(restriction: Restriction) -> Markup:
    standing = restriction.standing(timezone.localdate())
    return Markup('<span class="tag {}">{}</span>').format(LOOKS.get(standing, ""), standing)


RESTRICTIONS = Listing(
    key="cases.restrictions",
    title="限批",
    columns=(
        Column("region", "地区"),
        Column("matter", "事项"),
        Column("standing", "状态", value=lambda one: one.standing(timezone.localdate()), show=standing_tag),
        Column("since", "自"),
        Column("until", "到"),
        Column("document", "依据的文件"),
        Column("ground", "事由", chosen=False),
        Column("entered_by", "登记人", chosen=False),
        Column("entered_at", "登记时间", chosen=False),
        Column("lifted_by", "解除人", chosen=False),
    ),
    orders=(Order("latest", "最近的在前", ("-since", "-id")),),
    filters=(DayRange("since", "起期"),),
    search=("region__name__contains", "matter__name__contains", "document__contains"),
    search_hint="地区、事项或者文号",
    empty="没有限批",
    empty_advice="哪个县（市、区）的哪个事项暂不受理，由负责人在这里登记；已经受理的办件不受影响。",
)
