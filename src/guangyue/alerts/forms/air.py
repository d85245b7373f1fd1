"""What officials fill in about stations, platforms, forecasts and consultations."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from guangyue.alerts.air.standard import Pollutant
from guangyue.alerts.consulting import Pace
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Forecast
from guangyue.alerts.models.air import POLLUTANTS
from guangyue.alerts.models.consultations import PACES
from guangyue.alerts.services.consulting import ConsultationSaid
from guangyue.alerts.services.forecasting import WORST, ForecastSaid
from guangyue.alerts.services.stations import StationSaid
from guangyue.alerts.simulator import Course
from guangyue.alerts.workbooks.air import NOT_MEASURED
from guangyue.kit.fields import MomentField
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region

CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
LONG = forms.Textarea(attrs={"rows": 3})
MOST_WEST, MOST_EAST, MOST_SOUTH, MOST_NORTH = 73, 136, 3, 54  # of China
PARTED = re.compile(r"[\s,，、;；]+")


class IndicesField(forms.CharField):
    """AQI one after another, as they are pasted; a stroke where one lacks."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": 6}), "max_length": 4000, **options})

    def clean(self, value: Any) -> list[int | None]:
        words = filter(None, PARTED.split(super().clean(value)))
        return [None if word in NOT_MEASURED else _index(word) for word in words]


def _index(word: str) -> int:
    if not (word.isascii() and word.isdigit()) or int(word) > WORST:
        raise ValidationError(f"“{word[:20]}”不是 0 到 {WORST} 的整数。", code="invalid")
    return int(word)


class StationForm(forms.Form):
    name = forms.CharField(label="站点名称", max_length=60)
    region = forms.ModelChoiceField(label="县（市、区）", queryset=Region.objects.none())
    latitude = forms.DecimalField(
        label="纬度", min_value=MOST_SOUTH, max_value=MOST_NORTH, max_digits=8, decimal_places=5
    )
    longitude = forms.DecimalField(
        label="经度", min_value=MOST_WEST, max_value=MOST_EAST, max_digits=8, decimal_places=5
    )
    in_use = forms.BooleanField(label="在用", required=False, initial=True)

    def __init__(self, *arguments: Any, regions: QuerySet[Region], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["region"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = regions

    def said(self) -> StationSaid:
        return StationSaid(**{name: self.cleaned_data[name] for name in StationForm.base_fields})


class NewStationForm(StationForm):
    code = forms.SlugField(label="站点编码", max_length=20, help_text="字母、数字和短横线，登记后不变")
    field_order = ("code",)


class FeedForm(forms.Form):
    key = forms.SlugField(label="标识", max_length=40, help_text="字母、数字和短横线，报送时用它")
    title = forms.CharField(label="平台名称", max_length=80)


class ForecastForm(forms.Form):
    kind = forms.ChoiceField(label="类别", choices=Forecast.Kind.choices)
    issued_at = MomentField(label="起报时间")
    begins_at = MomentField(label="预报开始时间", help_text="第一个值开始的整点；逐日的一天一个值")
    values = IndicesField(label="AQI", help_text="按顺序填写，用空格、逗号或者换行分开；没有的填“-”")
    author = forms.CharField(label="预报人员", max_length=60)
    remark = forms.CharField(label="说明", max_length=500, required=False, widget=LONG)

    def said(self) -> ForecastSaid:
        return ForecastSaid(**{**self.cleaned_data, "kind": Forecast.Kind(self.cleaned_data["kind"])})


class SimulationForm(forms.Form):
    course = forms.ChoiceField(label="情景", choices=[(one.name, one.value.title) for one in Course])

    def clean_course(self) -> Course:
        return Course[self.cleaned_data["course"]]


class WeatherNoticeForm(forms.Form):
    told_at = MomentField(label="通报时间")
    since = DayField(label="不利气象条件开始")
    until = DayField(label="不利气象条件结束")
    weather = forms.CharField(label="不利气象条件", max_length=500, widget=LONG)


class ConsultationForm(forms.Form):
    """会商意见; what is proposed is asked for whole, or not at all."""

    held_at = MomentField(label="会商时间")
    pace = forms.ChoiceField(label="会商类型", choices=[one for one in PACES if one[0] != Pace.NONE.name])
    experts = forms.CharField(label="参加会商的专家", max_length=200, help_text="单位、姓名，用顿号隔开")
    process_begins = MomentField(label="重污染过程开始", required=False)
    process_ends = MomentField(label="重污染过程结束", required=False)
    second_begins = MomentField(label="第二次过程开始", required=False)
    second_ends = MomentField(label="第二次过程结束", required=False)
    means = IndicesField(
        label="预测 AQI 日均值", required=False, widget=forms.TextInput(), help_text="一天一个，用空格隔开"
    )
    pollutants = forms.MultipleChoiceField(
        label="主要污染物", choices=POLLUTANTS, required=False, widget=CHECKS
    )
    weather = forms.CharField(label="不利气象条件", max_length=500, required=False, widget=LONG)
    trend = forms.CharField(label="趋势分析", max_length=500, widget=LONG)
    level_key = forms.ChoiceField(label="建议级别", required=False)
    starts_at = MomentField(label="建议启动时间", required=False, help_text="建议预警的必须填写")
    lift_at = MomentField(label="建议解除时间", required=False)

    def __init__(self, *arguments: Any, forecast: Forecast | None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.forecast = forecast
        field = self.fields["level_key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "不建议预警"), *((one.key, one.title) for one in response_plan().levels)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for begins, ends in (("process_begins", "process_ends"), ("second_begins", "second_ends")):
            if bool(said.get(begins)) != bool(said.get(ends)):
                self.add_error(ends, "开始和结束要一起填写。")
        if None in (said.get("means") or ()):
            self.add_error("means", "日均值不能缺。")
        return said

    def said(self) -> ConsultationSaid:
        given = dict(self.cleaned_data)
        pairs = [
            (given.pop(f"{which}_begins"), given.pop(f"{which}_ends")) for which in ("process", "second")
        ]
        return ConsultationSaid(
            **{
                **given,
                "pace": Pace[given["pace"]],
                "pollutants": [Pollutant[name] for name in given["pollutants"]],
                "processes": [pair for pair in pairs if pair[0]],
                "forecast": self.forecast,
            }
        )
