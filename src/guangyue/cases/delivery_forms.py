"""What a window writes down when it hands a result over."""

from typing import Any

from django import forms

from guangyue.cases.models import Case, Delivered
from guangyue.cases.services.delivery import Slip

AT_THE_WINDOW = [one for one in Case.Delivery.choices if one[0] != Case.Delivery.ELECTRONIC]


class DeliveryForm(forms.Form):
    """送达回证."""

    how = forms.ChoiceField(label="怎么交付", choices=AT_THE_WINDOW, widget=forms.RadioSelect)
    to = forms.CharField(
        label="签收人", max_length=100, required=False, help_text="自取必填：在回证上签字的人。"
    )
    proof = forms.ChoiceField(
        label="核对的证件",
        choices=[("", "—"), *Delivered.Proof.choices],
        required=False,
        help_text="自取必填。",
    )
    carrier = forms.CharField(
        label="承运人", max_length=40, required=False, help_text="邮寄必填，如 邮政 EMS。"
    )
    tracking = forms.CharField(label="邮件号", max_length=40, required=False, help_text="邮寄必填。")
    address = forms.CharField(label="寄往", max_length=200, required=False, help_text="邮寄必填。")
    said = forms.CharField(label="说明", max_length=300, required=False)
    since = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, case: Case) -> None:
        wanted = case.delivery if case.delivery != Case.Delivery.ELECTRONIC else Case.Delivery.PICK_UP
        super().__init__(data, initial={"how": wanted, "address": case.post_to, "since": case.step})

    @property
    def slip(self) -> Slip:
        cleaned = self.cleaned_data
        return Slip(**{name: cleaned[name] for name in Slip.__dataclass_fields__})
