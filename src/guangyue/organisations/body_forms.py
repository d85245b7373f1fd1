"""What people fill in about bodies and their meetings."""

from typing import Any

from django import forms

from guangyue.gazette.fields import ClauseFormField
from guangyue.organisations.forms import LINES, DayField, known_by
from guangyue.organisations.models import Body, Meeting, Organisation, Person, Region, Seat

AGENDA = forms.Textarea(attrs={"rows": 5})


class BodyForm(forms.Form):
    name = forms.CharField(label="名称", max_length=80)
    key = forms.SlugField(label="标识", max_length=60, help_text="英文小写字母、数字和短横线，登记后不变")
    kind = forms.ChoiceField(label="类别", choices=Body.Kind.choices)
    region = forms.ModelChoiceField(label="所在区划", queryset=Region.objects.of_county_level())
    office = forms.ModelChoiceField(
        label="办公室所在单位", queryset=Organisation.objects.none(), required=False, empty_label="没有写明"
    )
    on = DayField(label="设立日期")
    cites = ClauseFormField(label="设立依据")
    cadence = forms.ChoiceField(label="会议周期", choices=Body.Cadences.choices)
    substitutes_by_itself = forms.BooleanField(label="条款写明成员由接任领导自然替补", required=False)
    ends_with_its_work = forms.BooleanField(label="任务完成即撤销", required=False)

    def __init__(self, *arguments: Any, regions: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, queryset in (("region", regions), ("office", organisations)):
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    role = forms.ChoiceField(label="席位", choices=Seat.Role.choices, initial=Seat.Role.MEMBER)
    organisation = forms.ModelChoiceField(label="单位", queryset=Organisation.objects.none())
    title = forms.CharField(label="职务", max_length=40, initial="分管领导")
    charge = forms.CharField(label="分管", max_length=40, required=False, help_text="如：全民健身")
    on = DayField(label="自")
    cites = ClauseFormField(label="依据")

    def __init__(self, *arguments: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]


class SeatEndForm(forms.Form):
    on = DayField(label="止日")
    cites = ClauseFormField(label="依据")


class SeatConfirmationForm(forms.Form):
    person = forms.ModelChoiceField(
        label="由谁担任", queryset=Person.objects.none(), required=False, empty_label="空缺"
    )
    on = DayField(label="自")
    ground = forms.CharField(label="依据", max_length=120)

    def __init__(self, *arguments: Any, seat: Seat, **options: Any) -> None:
        super().__init__(*arguments, **options)
        held = Person.objects.unmerged().with_tenures().filter(tenures__post=seat.post).distinct()
        self.fields["person"].queryset = held  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = known_by  # type: ignore[attr-defined]


class LocalBodyForm(forms.Form):
    name = forms.CharField(label="机构名称", max_length=80)
    document = forms.CharField(
        label="设立文件", max_length=60, required=False, help_text="没有文件的，名单上标为红色"
    )
    head = forms.CharField(label="组长职务", max_length=60, required=False)
    on = DayField(label="报送日期")


class MeetingForm(forms.Form):
    kind = forms.ChoiceField(label="类别", choices=Meeting.Kind.choices)
    planned_on = DayField(label="拟开日期")
    place = forms.CharField(label="地点", max_length=60, required=False)
    agenda = forms.CharField(
        label="议题", widget=AGENDA, max_length=2000, help_text="每行一个，由办公室与相关成员单位协商提出"
    )

    def clean_agenda(self) -> list[str]:
        titles = [line.strip() for line in self.cleaned_data["agenda"].splitlines() if line.strip()]
        if any(len(title) > 120 for title in titles):
            raise forms.ValidationError("每个议题不超过120字。")
        return titles


class ApprovalForm(forms.Form):
    approver = forms.ModelChoiceField(label="审定人", queryset=Person.objects.none())
    on = DayField(label="审定日期")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        people = Person.objects.unmerged().with_tenures()
        self.fields["approver"].queryset = people  # type: ignore[attr-defined]
        self.fields["approver"].label_from_instance = known_by  # type: ignore[attr-defined]


class HoldingForm(forms.Form):
    on = DayField(label="召开日期")
    present = forms.MultipleChoiceField(label="到会席位", widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *arguments: Any, seats: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["present"].choices = seats  # type: ignore[attr-defined]


class MinutesForm(forms.Form):
    number = forms.CharField(label="纪要编号", max_length=40, help_text="如：〔2021〕1号")
    on = DayField(label="印发日期")
    text = forms.CharField(label="纪要正文", widget=forms.Textarea(attrs={"rows": 8}), max_length=20_000)


class DecisionForm(forms.Form):
    text = forms.CharField(label="议定事项", max_length=300)
    owner = forms.ModelChoiceField(label="责任单位", queryset=Organisation.objects.filter(until=None))
    due = DayField(label="完成时限")
    needs_government = forms.BooleanField(label="重大事项，报市政府审定后实施", required=False)


DecisionForms = forms.formset_factory(DecisionForm, extra=3, max_num=30, absolute_max=30)


class DecisionEndForm(forms.Form):
    on = DayField(label="完成日期")
    evidence = forms.CharField(label="完成情况", max_length=300, widget=LINES)


class DayForm(forms.Form):
    on = DayField(label="日期")


class ReportForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2199)
    title = forms.CharField(label="报告标题", max_length=120)
    on = DayField(label="报送日期")
