"""What people fill in to check a letter, or to correct one."""

from typing import Any

from django import forms

from guangyue.cases.letter_numbers import as_printed


class CheckingForm(forms.Form):
    """查验文书: by the number as it is printed, or by the place in our books that the QR code knows."""

    number = forms.CharField(
        label="文书编号",
        max_length=80,
        error_messages={"required": "请填写文书编号。"},
        help_text="如 市审批受字〔2026〕第000123号；括号用哪一种都可以。",
    )
    letter = forms.IntegerField(min_value=1, max_value=2**62, required=False, widget=forms.HiddenInput)
    code = forms.CharField(label="校验码", max_length=20, help_text="文书最后一页下方的 8 位字母和数字。")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.use_required_attribute = False
        self.fields["number"].required = not (data and data.get("letter"))

    def clean_number(self) -> str:
        return as_printed(self.cleaned_data["number"])

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split()).upper()


class CorrectionForm(forms.Form):
    """更正文书: why, and what the letter is to say instead."""

    why = forms.CharField(label="更正原因", max_length=200, help_text="写进更正以后的文书。")
    said = forms.CharField(
        label="文书里的理由或者说明",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
