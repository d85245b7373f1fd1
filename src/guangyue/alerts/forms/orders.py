"""What enterprises and officials fill in about orders."""

from django import forms
from django.utils import timezone

from guangyue.alerts.models import OrderCheck
from guangyue.alerts.reduction.proof import Emitted
from guangyue.kit.fields import MomentField

LONG = forms.Textarea(attrs={"rows": 3})


class ReceiverForm(forms.Form):
    receiver = forms.CharField(label="签收人", max_length=50)


class PictureForm(forms.Form):
    picture = forms.FileField(
        label="照片",
        widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
        help_text="现场拍摄，位置等隐藏信息会去掉",
    )
    said = forms.CharField(label="说明", max_length=300, required=False)


class ReadingForm(forms.Form):
    emitted = forms.ChoiceField(label="污染物", choices=[(one.name, one.value) for one in Emitted])
    concentration = forms.DecimalField(
        label="浓度（毫克/立方米）", min_value=0, max_digits=8, decimal_places=2
    )
    measured_at = MomentField(label="测量时间", initial=timezone.localtime)
    said = forms.CharField(label="说明", max_length=300, required=False)

    def clean_emitted(self) -> Emitted:
        return Emitted[self.cleaned_data["emitted"]]


class CheckForm(forms.Form):
    finding = forms.TypedChoiceField(
        label="检查结果",
        choices=OrderCheck.Finding.choices,
        coerce=OrderCheck.Finding,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    said = forms.CharField(
        label="检查情况", max_length=500, widget=LONG, required=False, help_text="没有完全落实的必须写明"
    )
    photo = forms.FileField(
        label="照片", required=False, widget=forms.ClearableFileInput(attrs={"accept": "image/*"})
    )
    checked_at = MomentField(label="检查时间", initial=timezone.localtime)
