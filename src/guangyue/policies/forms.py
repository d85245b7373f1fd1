"""What people fill in about the figures, and about which rule and day they ask."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware

from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region
from guangyue.policies.catalogue import CityRule, city_rules
from guangyue.policies.fact_forms import field_for
from guangyue.policies.figures import carried
from guangyue.policies.services import Proposed
from guangyue.rules.facts import EARLIEST, UNKNOWN, Field
from guangyue.rules.offers import Audience
from guangyue.rules.parameters import Figure
from guangyue.rules.tree import Kind

HINTS = {Kind.MONEY: "单位为元", Kind.NUMBER: "整数", Kind.RATIO: "如 50% 或者 0.5"}
LATEST = date(2199, 12, 31)
CITYWIDE = "全市"
NOBODY = "none"


class FigureForm(forms.Form):
    """一个参数值: from a day on; its end is ticked instead of a value."""

    region = forms.ModelChoiceField(
        label="区划", queryset=Region.objects.none(), required=False, empty_label=CITYWIDE
    )
    since = DayField(label="起始日", help_text="从这一天起，到下一个数值的前一天")
    value = forms.Field(label="数值", required=False)
    ends = forms.BooleanField(label="从这一天起没有数值（停止执行）", required=False)
    source = forms.CharField(
        label="来源", max_length=200, help_text="规定这个数值的文件文号和条款，或者通知的名称和日期"
    )

    def __init__(self, *arguments: Any, figure: Figure[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.figure = figure
        region = self.fields["region"]
        assert isinstance(region, forms.ModelChoiceField)
        region.queryset = Region.objects.of_county_level()
        self.fields["value"] = field_for(Field("数值", figure.kind))
        self.fields["value"].help_text = f"{HINTS[figure.kind]}；停止执行的不填"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        value, ends = said.get("value"), said.get("ends")
        if "value" in said and ends and value is not UNKNOWN:
            self.add_error("value", "已经填了数值，又选了停止执行。")
        if "value" in said and not ends and value is UNKNOWN:
            self.add_error("value", "请填数值。")
        return said

    def carried(self) -> int | None:
        """As rules carry it; None for the end of the figure."""
        said = self.cleaned_data
        return None if said["ends"] else carried(said["value"])

    def proposed(self) -> Proposed:
        said = self.cleaned_data
        return Proposed(self.figure, said["region"], said["since"], self.carried(), said["source"])


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=200)


class AskedDayField(forms.DateField):
    """A day that a rule can be asked about."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{"widget": picker, "required": False, **options})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= LATEST:
            raise ValidationError("日期应在 1900 年至 2199 年之间。", code="unlikely")


class AskedForm(forms.Form):
    """问哪一天, 用哪一刻知道的参数: without an answer, today and now."""

    on = AskedDayField(label="所问日期")
    known_on = AskedDayField(label="按哪一天已审定的参数", help_text="留空就是现在")

    def known_at(self, at: datetime) -> datetime:
        """The end of the day named, or now."""
        known_on = self.cleaned_data.get("known_on")
        if known_on is None:
            return at
        return make_aware(datetime.combine(known_on, datetime.max.time()))


class RulesForm(forms.Form):
    """Which rules the list shows."""

    q = forms.CharField(label="规则", max_length=40, required=False)
    system = forms.ChoiceField(label="系统", required=False)
    audience = forms.ChoiceField(
        label="申请人",
        required=False,
        choices=[("", "全部"), *((one.name, one.value) for one in Audience), (NOBODY, "不由人申请")],
    )
    on = AskedDayField(label="施行于")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        system = self.fields["system"]
        assert isinstance(system, forms.ChoiceField)
        with_rules = {one.system.number: one.system.title for one in city_rules()}
        system.choices = [("", "全部"), *((key, f"{key} {title}") for key, title in with_rules.items())]

    def keeps(self, one: CityRule) -> bool:
        said = self.cleaned_data
        audience = one.offer.audience.name if one.offer else NOBODY
        return (
            all(word in f"{one.title} {one.code} {one.versions[-1].cites}" for word in said["q"].split())
            and said["system"] in ("", one.system.number)
            and said["audience"] in ("", audience)
            and (said["on"] is None or one.in_force(said["on"]) is not None)
        )
