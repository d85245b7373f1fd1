"""What is filled in to authorise a helper: by the applicant himself, or at the window from a signed paper."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.cases.models import Mandate
from guangyue.cases.services.helping import helpers

USUAL_LENGTH = timedelta(days=90)


class HelperField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """帮办人员, each with the office he works at."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.organisation or ''} {obj.name}".strip()


class MandateForm(forms.Form):
    """委托: to whom, for what services, until when."""

    helper = HelperField(label="委托给谁", queryset=User.objects.none(), empty_label="请选择帮办人员")
    helps = forms.MultipleChoiceField(
        label="需要哪些帮助",
        choices=Mandate.Help.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"required": "请至少选择一项。"},
    )
    until = forms.DateField(
        label="委托到哪一天",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="最长一年，随时可以终止",
    )

    def __init__(self, data: Any = None, files: Any = None, *, today: date) -> None:
        super().__init__(data, files, initial={"until": today + USUAL_LENGTH})
        self.use_required_attribute = False
        helper = self.fields["helper"]
        assert isinstance(helper, HelperField)
        helper.queryset = helpers(at=timezone.now())


class PaperMandateForm(MandateForm):
    """纸质委托: who signed it, and the paper itself."""

    number = forms.CharField(
        label="申请人证件号码", max_length=24, help_text="公民身份号码或者统一社会信用代码"
    )
    paper = forms.FileField(
        label="签字的委托书",
        help_text="拍照或者扫描件",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )

    field_order = ("number", "paper", "helper", "helps", "until")
