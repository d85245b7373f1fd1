"""What officials fill in about sheets, warnings, what follows them and what comes before."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Consultation, Publicity, RegionalNotice, Sheet
from guangyue.alerts.plans import WarningPart
from guangyue.alerts.recommending import Recommendation
from guangyue.alerts.services.drafting import SheetSaid
from guangyue.alerts.services.reporting import ReportSaid
from guangyue.alerts.wording.warnings import LEVEL
from guangyue.kit.fields import MomentField
from guangyue.kit.wording import moment

LONG = forms.Textarea(attrs={"rows": 3})
NOT_SAID = ("", "不选")


class LevelField(forms.ChoiceField):
    """A level of the plan; `responding` leaves out those that nobody must act upon."""

    def __init__(self, *, responding: bool = False, **options: Any) -> None:
        self.responding = responding
        super().__init__(label="预警级别", choices=self._levels, **options)

    def _levels(self) -> list[tuple[str, str]]:
        return [
            (level.key, f"{level.title}{'，' if level.response else ''}{level.response}")
            for level in response_plan().levels
            if level.response or not self.responding
        ]


class GroundsForm(forms.Form):
    """依据: what experts and regions have said."""

    consultation = forms.ModelChoiceField(
        label="会商意见", queryset=Consultation.objects.none(), required=False, empty_label="没有"
    )
    regional = forms.ModelChoiceField(
        label="区域预警通知", queryset=RegionalNotice.objects.none(), required=False, empty_label="没有"
    )

    def __init__(self, *arguments: Any, grounds: Mapping[str, QuerySet[Any]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, rows in grounds.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows


class SheetForm(GroundsForm):
    """发布 or 调整: the parts that the plan asks for stand each in a field of its own."""

    level_key = LevelField()
    predicted_start = MomentField(label="预计污染开始")
    predicted_end = MomentField(label="预计污染结束")
    haste = forms.ChoiceField(
        label="不足提前量的理由",
        choices=(NOT_SAID, *Sheet._meta.get_field("haste").choices),  # type: ignore[misc]
        required=False,
    )
    remark = forms.CharField(label="说明", max_length=500, required=False, widget=LONG)

    field_order = ("level_key", "predicted_start", "predicted_end")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for part in _written_parts():
            self.fields[part.key] = forms.CharField(
                label=part.title,
                max_length=500,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2, "aria-required": "true"}),
            )
        self.fields["haste"].help_text = f"距预计开始不足 {response_plan().limits.lead}时必选"
        self.order_fields(
            (*self.field_order, *(part.key for part in _written_parts()), "consultation", "regional")
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("predicted_start"), cleaned.get("predicted_end")
        if start and end and end <= start:
            self.add_error("predicted_end", "结束应当在开始以后。")
        return cleaned

    def sheet_said(self) -> SheetSaid:
        cleaned = dict(self.cleaned_data)
        said = {part.key: cleaned.pop(part.key) for part in _written_parts()}
        level = response_plan().level(cleaned["level_key"])
        return SheetSaid(**cleaned, said={**said, LEVEL: level.title})


class LiftingForm(GroundsForm):
    """解除: from when, and why."""

    lifts_at = MomentField(label="解除时间", help_text="提前公布，到时自动解除")
    remark = forms.CharField(label="解除理由", max_length=500, widget=LONG)

    field_order = ("lifts_at", "remark", "consultation")

    def sheet_said(self, level_key: str) -> SheetSaid:
        return SheetSaid(level_key=level_key, **self.cleaned_data)


class RemarkForm(forms.Form):
    """意见 beside a signature."""

    remark = forms.CharField(label="意见", max_length=500, required=False, widget=LONG)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=500, widget=LONG)


class DepartmentsForm(forms.Form):
    """通知部门: one in each line."""

    departments = forms.CharField(
        label="已通知的部门", widget=forms.Textarea(attrs={"rows": 5}), help_text="一行一个"
    )

    def clean_departments(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["departments"].splitlines()]
        if any(len(line) > 60 for line in lines):
            raise forms.ValidationError("部门名称最多 60 个字，一行一个。")
        return [line for line in lines if line]


class PublicityForm(forms.Form):
    channel = forms.ChoiceField(label="媒体", choices=Publicity.Channel.choices)
    outlet = forms.CharField(label="媒体名称", max_length=60)
    text = forms.CharField(label="内容摘要", max_length=500, widget=LONG)
    published_at = MomentField(label="公布时间")


class ReportForm(forms.Form):
    """A county's report, and the four parts of an evaluation."""

    measures = forms.CharField(label="采取的措施", max_length=5000, widget=LONG)
    effects = forms.CharField(label="取得的成效", max_length=5000, widget=LONG)
    problems = forms.CharField(label="发现的问题", max_length=5000, widget=LONG)
    advice = forms.CharField(label="改进建议", max_length=5000, widget=LONG)

    def report_said(self) -> ReportSaid:
        names = ("measures", "effects", "problems", "advice")
        return ReportSaid(**{name: self.cleaned_data[name] for name in names})


class EvaluationForm(ReportForm):
    evaluator = forms.CharField(label="评估机构", max_length=120)
    file = forms.FileField(label="评估报告", required=False, help_text="PDF、OFD 或者 Word")

    field_order = ("evaluator",)


def as_recommended(now: Recommendation, consultation: Consultation | None) -> Mapping[str, Any]:
    """What a new sheet begins with: the recommendation as it stands, in the words of the experts."""
    start, end = now.starts_at, now.ends_at
    lead_lacks = now.publish_by is not None and now.publish_by < now.at
    return {
        "level_key": now.level.key if now.level else "",
        "predicted_start": start,
        "predicted_end": end,
        "period": f"{moment(start)}至{moment(end)}" if start and end else "",
        "pollutants": _measured_said(now),
        "weather": consultation.weather if consultation else "",
        "trend": consultation.trend if consultation else "",
        "consultation": consultation,
        "haste": now.haste.name if now.haste and lead_lacks else "",
    }


def _measured_said(now: Recommendation) -> str:
    if now.measured is None or now.measured.aqi is None:
        return ""
    return f"目前 AQI {now.measured.aqi}，首要污染物{now.measured.primary_said or '无'}"


def as_drafted(sheet: Sheet) -> Mapping[str, Any]:
    """What stands in a sheet already."""
    names = ("level_key", "predicted_start", "predicted_end", "lifts_at", "haste", "remark")
    fields = {name: getattr(sheet, name) for name in names}
    return {**fields, **sheet.said, "consultation": sheet.consultation, "regional": sheet.regional}


def _written_parts() -> list[WarningPart]:
    return [part for part in response_plan().parts if part.key != LEVEL]
