"""What officials fill in about matters, beside the parts of a declaration."""

from django import forms

from guangyue.matters.models import Matter
from guangyue.matters.releasing import CODE
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

LONGEST_REASON = 500
MOST_DAYS = 365


class NewMatterForm(forms.Form):
    """拟录."""

    code = forms.RegexField(
        CODE,
        label="基本编码",
        max_length=40,
        help_text="数字、字母和短横，以后不能改",
        error_messages={"invalid": "只用数字、字母和短横。"},
    )
    name = forms.CharField(label="事项名称", max_length=200)
    owner = forms.ModelChoiceField(label="主管部门", queryset=Organisation.objects.none())
    reason = forms.CharField(
        label="理由", max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if Matter.objects.filter(code=code).exists():
            raise forms.ValidationError("这个编码已经有事项了，请在那个事项上提出变更。")
        return code


class ReasonForm(forms.Form):
    """变更、退回的理由."""

    reason = forms.CharField(
        label="理由", max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReleaseForm(forms.Form):
    """发布: from which day on."""

    since = DayField(label="生效日期", help_text="从这一天起受理的办件按新版本")


class ClosingForm(forms.Form):
    """暂停 or 取消."""

    as_ = forms.ChoiceField(
        label="怎样处理",
        choices=[(one.value, one.label) for one in (Matter.State.SUSPENDED, Matter.State.CANCELLED)],
    )
    on = DayField(label="不再受理之日")
    because = forms.CharField(
        label="依据", max_length=200, help_text="文件的文号和条款，或者法律的名称和条款"
    )


class ReopeningForm(forms.Form):
    """恢复."""

    because = forms.CharField(label="依据", max_length=200)


class LocalForm(forms.Form):
    """本地信息: what may differ from place to place."""

    place = forms.CharField(label="地点", max_length=200, required=False)
    hours = forms.CharField(label="时间", max_length=100, required=False)
    phone = forms.CharField(label="办公电话", max_length=40, required=False)
    promised_days = forms.IntegerField(
        label="本地承诺（工作日）",
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text="比统一时限短的另作承诺，不改统一要素",
    )
