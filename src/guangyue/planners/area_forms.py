"""What planners fill in on the spot, and what becomes of what they advise."""

from typing import Any

from django import forms

from guangyue.organisations.forms import DayField
from guangyue.planners.models.visits import MOST_HOURS, WORKS
from guangyue.planners.pilot import Work
from guangyue.planners.services.visiting import Served

LINES = forms.Textarea(attrs={"rows": 5})
FEW_LINES = forms.Textarea(attrs={"rows": 3})
CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})


class Photos(forms.ClearableFileInput):
    """Several at once; a telephone offers its camera."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """照片, none or several."""

    def __init__(self) -> None:
        super().__init__(
            label="照片",
            required=False,
            widget=Photos(attrs={"accept": "image/*"}),
            help_text="最多 9 张，位置等隐藏信息会去掉",
        )

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(PhotosField, self).clean(one, initial) for one in given if one]


class PlanForm(forms.Form):
    day = DayField(label="日期")
    purpose = forms.CharField(label="事由", max_length=200, required=False)


class VisitForm(forms.Form):
    day = DayField(label="日期")
    hours = forms.DecimalField(
        label="在片区几小时",
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=MOST_HOURS,
        widget=forms.NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )
    works = forms.MultipleChoiceField(label="做了哪些工作", choices=WORKS, widget=CHECKS)
    talked = forms.BooleanField(label="与镇街（园区）主要负责同志当面交流了", required=False)
    chief = forms.CharField(
        label="交流对象", max_length=60, required=False, help_text="写职务，如：街道办事处主任"
    )
    purpose = forms.CharField(label="事由", max_length=200, required=False)
    note = forms.CharField(
        label="记录",
        max_length=4000,
        required=False,
        widget=LINES,
        help_text="看到什么问题，交流了什么；也可以回来补写",
    )
    photos = PhotosField()

    def served(self) -> Served:
        said = {key: value for key, value in self.cleaned_data.items() if key != "photos"}
        said["works"] = [Work[name] for name in said["works"]]
        return Served(**said)


class NoteForm(forms.Form):
    note = forms.CharField(label="记录", max_length=4000, widget=LINES)
    photos = PhotosField()


class BecauseForm(forms.Form):
    because = forms.CharField(label="理由", max_length=200)


class AdviceForm(forms.Form):
    topic = forms.CharField(label="题目", max_length=80)
    text = forms.CharField(
        label="意见建议",
        max_length=4000,
        widget=LINES,
        help_text="问题在哪里，建议怎么做；这是建议，不是审批意见",
    )


class SendForm(forms.Form):
    said = forms.CharField(label="函告说明", max_length=500, required=False, widget=FEW_LINES)


class AnswerForm(forms.Form):
    accepted = forms.TypedChoiceField(
        label="是否采纳",
        choices=(("yes", "采纳"), ("no", "不采纳")),
        coerce=lambda said: said == "yes",
        widget=RADIO,
    )
    answer = forms.CharField(
        label="答复", max_length=2000, widget=LINES, help_text="采纳的写怎么落实、何时落实，不采纳的写理由"
    )


class ResultForm(forms.Form):
    result = forms.CharField(label="落实情况", max_length=2000, widget=LINES)
    upload = forms.FileField(label="佐证", required=False, help_text="照片、PDF、Word 或者 Excel")


class ChaseForm(forms.Form):
    said = forms.CharField(label="催办内容", max_length=500, widget=FEW_LINES)


class PublicForm(forms.Form):
    public_words = forms.CharField(
        label="公开的说法", max_length=500, widget=FEW_LINES, help_text="写结果，不写居民的姓名、电话和住址"
    )
