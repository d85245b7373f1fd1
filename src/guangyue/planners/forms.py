"""What the office, planners and districts fill in."""

from datetime import date
from typing import Any

from django import forms

from guangyue.accounts.models import User
from guangyue.kit.fields import MoneyFormField
from guangyue.kit.money import Money
from guangyue.organisations.forms import DayField
from guangyue.planners.declared import pilot
from guangyue.planners.models import Area, Planner
from guangyue.planners.models.people import AREA_TYPES, HOMES, QUALIFICATIONS
from guangyue.planners.pilot import AreaType, Home, Qualification
from guangyue.planners.services.contracts import Agreed
from guangyue.planners.services.people import Described
from guangyue.planners.serving import pilot_years

LINES = forms.Textarea(attrs={"rows": 5})
FEW_LINES = forms.Textarea(attrs={"rows": 3})
CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})


class ContractForm(forms.Form):
    institution = forms.CharField(label="团队机构", max_length=80)
    city = forms.ChoiceField(label="机构所在城市", help_text="一线城市")
    grade = forms.CharField(label="规划资质", max_length=20)
    local_institute = forms.CharField(label="本地规划设计单位", max_length=80)
    local_grade = forms.CharField(label="本地单位资质", max_length=20)
    signed_on = DayField(label="签订日期")
    since = DayField(label="聘期开始", help_text="聘期 3 年，到期日自动算出")
    duties = forms.CharField(label="工作内容和标准", max_length=2000, widget=LINES)
    group_fee = MoneyFormField(label="每小组年服务费（元）", least=Money(1))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        terms = pilot()
        self.fields["city"].choices = [(city, city) for city in terms.first_tier]  # type: ignore[attr-defined]
        self.fields["grade"].initial = terms.institution_grade

    def agreed(self) -> Agreed:
        return Agreed(**self.cleaned_data)


class AssessmentForm(forms.Form):
    passed = forms.TypedChoiceField(
        label="考评结果",
        choices=(("yes", "合格"), ("no", "不合格")),
        coerce=lambda said: said == "yes",
        widget=RADIO,
    )
    said = forms.CharField(label="考评意见", max_length=500, widget=FEW_LINES)


class SaidForm(forms.Form):
    said = forms.CharField(label="说明", max_length=500, widget=FEW_LINES)


class PlannerForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=30)
    home = forms.ChoiceField(label="来自", choices=HOMES, widget=RADIO)
    qualifications = forms.MultipleChoiceField(
        label="任职条件", choices=QUALIFICATIONS, widget=CHECKS, required=False, help_text="至少一项"
    )
    certificate = forms.CharField(label="证书编号", max_length=60)
    specialties = forms.CharField(label="专业特长", max_length=120, required=False)
    renewal_experience = forms.BooleanField(label="有社区更新实践或课题研究经验", required=False)
    account = forms.ModelChoiceField(
        label="登录账户",
        queryset=User.objects.none(),
        required=False,
        empty_label="还没有账户",
        help_text="有账户才能自己登记服务、提出建议",
    )

    def __init__(self, *arguments: Any, accounts: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["account"].queryset = accounts  # type: ignore[attr-defined]

    def described(self) -> Described:
        said = dict(self.cleaned_data)
        said["home"] = Home[said["home"]]
        said["qualifications"] = [Qualification[name] for name in said["qualifications"]]
        return Described(**said)


class GroupForm(forms.Form):
    area = forms.ModelChoiceField(label="责任片区", queryset=Area.objects.all(), to_field_name="key")
    since = DayField(label="组建日期")


class SeatForm(forms.Form):
    planner = forms.ModelChoiceField(
        label="规划师", queryset=Planner.objects.none(), help_text="已核验、不在其他小组的"
    )
    since = DayField(label="入组日期")

    def __init__(self, *arguments: Any, planners: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["planner"]
        field.queryset = planners  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one}（{one.get_home_display()}）"  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    on = DayField(label="离组日期")


class AreaTypeForm(forms.Form):
    kind = forms.TypedChoiceField(
        label="片区类型", choices=AREA_TYPES, coerce=lambda name: AreaType[name], widget=RADIO
    )


class ReportForm(forms.Form):
    words = forms.CharField(
        label="总结和建议",
        max_length=4000,
        widget=LINES,
        required=False,
        help_text="数字和未落实的意见建议自动写入，这里写经验、问题和下一步打算",
    )


class MarkForm(forms.Form):
    year = forms.TypedChoiceField(label="年度", coerce=int)
    score = forms.IntegerField(label="得分", min_value=0, max_value=100)
    said = forms.CharField(label="意见", max_length=500, required=False, widget=FEW_LINES)

    def __init__(self, *arguments: Any, on: date, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer_years(self, on)


class SupportForm(forms.Form):
    year = forms.TypedChoiceField(label="年度", coerce=int)
    room = forms.CharField(label="工作场所", max_length=120, required=False)
    provided_on = DayField(label="提供日期", required=False)
    budget = MoneyFormField(label="工作经费（元）", least=Money(0))
    contact = forms.CharField(label="对接部门", max_length=60, required=False, help_text="写部门和岗位")

    def __init__(self, *arguments: Any, on: date, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _offer_years(self, on)


def _offer_years(form: forms.Form, on: date) -> None:
    years = [(year, f"{year} 年") for year in pilot_years(on)]
    form.fields["year"].choices = years  # type: ignore[attr-defined]
