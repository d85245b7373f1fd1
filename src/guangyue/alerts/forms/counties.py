"""What is filled in for one region: a county's own warning, a training, a plan that was filed."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.alerts.forms.warnings import LONG, LevelField
from guangyue.alerts.models import PlanFiling
from guangyue.alerts.services.counties import CountyWarningSaid
from guangyue.alerts.services.filing import FilingSaid
from guangyue.alerts.services.preparing import TrainingSaid
from guangyue.kit.fields import MomentField
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Region


class RegionForm(forms.Form):
    """One of the regions that whoever fills it in may speak for."""

    region = forms.ModelChoiceField(label="县（市、区）", queryset=Region.objects.none())

    def __init__(self, *arguments: Any, regions: QuerySet[Region], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["region"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = regions


class CountyWarningForm(RegionForm):
    level_key = LevelField(responding=True)
    predicted_start = MomentField(label="预计污染开始")
    predicted_end = MomentField(label="预计污染结束")
    text = forms.CharField(label="内容", max_length=2000, widget=LONG, help_text="在空气质量页面上原样公布")
    signer = forms.CharField(label="签发人", max_length=60, help_text="职务和姓名")

    def county_warning_said(self) -> CountyWarningSaid:
        return CountyWarningSaid(**self.cleaned_data)


class TrainingForm(RegionForm):
    title = forms.CharField(label="培训名称", max_length=120)
    held_on = DayField(label="培训日期")
    region = forms.ModelChoiceField(label="组织地区", queryset=Region.objects.none())
    audience = forms.CharField(label="培训对象", max_length=200)
    attended = forms.IntegerField(label="参加人数", min_value=1, max_value=100000)
    content = forms.CharField(label="培训内容", max_length=2000, widget=LONG)
    result = forms.CharField(label="效果", max_length=300, required=False)

    field_order = ("title", "held_on")

    def training_said(self) -> TrainingSaid:
        return TrainingSaid(**self.cleaned_data)


class FilingForm(RegionForm):
    kind = forms.TypedChoiceField(
        label="种类", choices=PlanFiling.Kind.choices, coerce=PlanFiling.Kind, initial=PlanFiling.Kind.COUNTY
    )
    region = forms.ModelChoiceField(label="所属地区", queryset=Region.objects.none())
    owner = forms.CharField(label="编制单位", max_length=120)
    version_on = DayField(label="版本日期", help_text="预案印发的那一天")
    filed_with = forms.CharField(
        label="备案机构", max_length=60, help_text="向几个机构备案的，每个机构登记一次"
    )
    filed_on = DayField(label="备案日期")

    field_order = ("kind",)

    def filing_said(self) -> FilingSaid:
        return FilingSaid(**self.cleaned_data)
