"""What a window writes down when it hands a result over."""

from typing import Any

from django import forms

from guangyue.cases.desk_forms import RADIOS
from guangyue.cases.models import Case, Delivered
from guangyue.cases.services.delivery import WAYS, Slip

AT_THE_WINDOW = [one for one in Case.Delivery.choices if one[0] != Case.Delivery.ELECTRONIC]
BY_THE_WAY = [name for asked in WAYS.values() for name in asked]


class DeliveryForm(forms.Form):
    """送达回证. What the chosen way asks for, the service says; all of it is shown as asked for."""

    how = forms.ChoiceField(label="怎么交付", choices=AT_THE_WINDOW, widget=forms.RadioSelect(attrs=RADIOS))
    to = forms.CharField(label="签收人", max_length=100, help_text="自取的填写：在回证上签字的人")
    proof = forms.ChoiceField(
        label="核对的证件", choices=[("", "请选择"), *Delivered.Proof.choices], help_text="自取的填写"
    )
    carrier = forms.CharField(label="承运人", max_length=40, help_text="邮寄的填写，如 邮政 EMS")
    tracking = forms.CharField(label="邮件号", max_length=40, help_text="邮寄的填写")
    address = forms.CharField(label="寄往", max_length=200, help_text="邮寄的填写")
    said = forms.CharField(label="说明", max_length=300, required=False)
    since = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, case: Case) -> None:
        wanted = case.delivery if case.delivery != Case.Delivery.ELECTRONIC else Case.Delivery.PICK_UP
        super().__init__(data, initial={"how": wanted, "address": case.post_to, "since": case.step})
        self.use_required_attribute = False

    def full_clean(self) -> None:
        for name in BY_THE_WAY:
            self.fields[name].required = False
        super().full_clean()
        for name in BY_THE_WAY:
            self.fields[name].required = True

    @property
    def slip(self) -> Slip:
        cleaned = self.cleaned_data
        return Slip(**{name: cleaned[name] for name in Slip.__dataclass_fields__})
