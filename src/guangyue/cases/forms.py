"""What people fill in about cases: the form a matter declares, how to reach them, and their yes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from guangyue.cases.entries import field_for, keep, phone_field, read
from guangyue.cases.models import Case
from guangyue.matters.declaration import FormField

PREFIX = "answer"


class DeclaredForm(forms.Form):
    """表单 of a matter: the fields it declares for a situation, without those that are known already.

    A draft may be left half filled: then nothing is required, and `kept()` is what could be read of it.
    """

    def __init__(
        self,
        declared: Iterable[FormField],
        *,
        data: Any = None,
        answers: Mapping[str, Any] | None = None,
        whole: bool = True,
    ) -> None:
        self.declared = {one.key: one for one in declared}
        answers = answers or {}
        initial = {key: read(one, answers.get(key)) for key, one in self.declared.items()}
        super().__init__(data, prefix=PREFIX, initial=initial)
        for key, one in self.declared.items():
            self.fields[key] = field_for(one)
        self.use_required_attribute = False
        self.whole = whole

    def full_clean(self) -> None:
        """A form that need not be whole requires nothing, and says all the same what will be required."""
        for key, one in self.declared.items():
            self.fields[key].required = one.required and self.whole
        super().full_clean()
        for key, one in self.declared.items():
            self.fields[key].required = one.required

    def kept(self) -> dict[str, Any]:
        """After `is_valid`, whatever it said: what was read, as the case keeps it."""
        read_now = ((key, keep(one, self.cleaned_data.get(key))) for key, one in self.declared.items())
        return {key: value for key, value in read_now if value is not None}


class ContactForm(forms.Form):
    """联系电话 of whoever applies."""

    phone = phone_field()

    def __init__(self, data: Any = None, *, phone: str = "", whole: bool = True) -> None:
        super().__init__(data, initial={"phone": phone})
        self.use_required_attribute = False
        self.fields["phone"].label = "联系电话"
        self.fields["phone"].help_text = "有需要补充的，用这个号码联系您"
        self.whole = whole

    def full_clean(self) -> None:
        self.fields["phone"].required = self.whole
        super().full_clean()
        self.fields["phone"].required = True


class SayingForm(forms.Form):
    """理由或者说明, in words that the applicant can read."""

    def __init__(self, data: Any, *, longest: int, required: bool) -> None:
        super().__init__(data)
        self.fields["said"] = forms.CharField(label="理由或者说明", max_length=longest, required=required)


class HandingInForm(forms.Form):
    """提交: how the result is to come, and the applicant's own yes."""

    delivery = forms.ChoiceField(
        label="结果怎么取",
        choices=Case.Delivery.choices,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    post_to = forms.CharField(
        label="邮寄地址",
        max_length=200,
        required=False,
        help_text="选择邮寄的填写：地址、收件人和电话",
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    consent = forms.BooleanField(
        label="我同意为办理这件事使用上面列出的信息和材料，所填内容属实",
        error_messages={"required": "请先勾选同意：没有申请人的同意，不能提交。"},
    )

    def __init__(self, data: Any = None, *, case: Case, on_behalf: bool = False) -> None:
        super().__init__(data, initial={"delivery": case.delivery, "post_to": case.post_to})
        self.use_required_attribute = False
        if on_behalf:
            self.fields[
                "consent"
            ].label = "申请人在委托中同意为办理这件事使用上面列出的信息和材料，并已核对所填内容"

    def clean(self) -> None:
        by_post = self.cleaned_data.get("delivery") == Case.Delivery.POST
        if by_post and "post_to" not in self.errors and not self.cleaned_data.get("post_to"):
            self.add_error("post_to", "选择邮寄的，请填写邮寄地址。")


class ProgressForm(forms.Form):
    """查询码: printed on the receipt beside the number."""

    number = forms.CharField(
        label="办件编号",
        max_length=24,
        error_messages={"required": "请填写办件编号。"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "BJ20210430000001"}),
    )
    code = forms.CharField(
        label="查询码",
        max_length=8,
        error_messages={"required": "请填写查询码。"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="印在回执上，8 位字母和数字",
    )
