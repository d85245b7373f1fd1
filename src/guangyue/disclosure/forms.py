"""What people fill in about notices: the draft, a reason, an objection and its answer."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.disclosure.models import Notice
from guangyue.disclosure.services.notices import Content
from guangyue.disclosure.tables import read_table
from guangyue.gazette.fields import ClauseFormField
from guangyue.kit.fields import MoneyFormField
from guangyue.kit.money import NOTHING
from guangyue.kit.refusals import Refused
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

LONGEST_TABLE = 2_000_000  # letters, less than a request may carry


class ContentForm(forms.Form):
    """What a notice says and for how long: all that may still be changed before it is published."""

    title = forms.CharField(label="标题", max_length=120)
    text = forms.CharField(
        label="说明", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    since = DayField(label="公示开始", help_text="这一天以前谁也看不到")
    until = DayField(label="公示结束", help_text="第二天名单自动撤下，只留总数")
    amount = MoneyFormField(label="金额合计", required=False, least=NOTHING, help_text="单位为元")
    rows = forms.CharField(
        label="名单",
        max_length=LONGEST_TABLE,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text="从表格里连列名一起复制、粘贴；第一列写姓名或者名称。身份证号只留前 6 位、后 4 位",
        strip=False,
    )

    def clean_rows(self) -> tuple[list[str], list[list[str]]]:
        try:
            return read_table(self.cleaned_data["rows"])
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

    def content(self) -> Content:
        said = self.cleaned_data
        columns, rows = said["rows"]
        return Content(said["title"], said["text"], columns, rows, said.get("amount"))


class DraftForm(ContentForm):
    """起草."""

    kind = forms.ChoiceField(label="种类", choices=Notice.Kind.choices)
    cites = ClauseFormField(label="依据")
    organisation = forms.ModelChoiceField(
        label="公示单位", queryset=Organisation.objects.none(), empty_label=None
    )
    due_on = DayField(label="最迟公示日", help_text="依据没有写明期限的，从形成之日起 20 个工作日")
    field_order = ("kind", "title", "cites", "organisation", "due_on", "since", "until", "text", "amount")

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = organisations


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=280, widget=forms.Textarea(attrs={"rows": 3}))


class ObjectionForm(forms.Form):
    """异议: without a name it is looked into all the same."""

    about = forms.CharField(
        label="对谁有异议", max_length=100, required=False, help_text="名单上的姓名或者名称"
    )
    text = forms.CharField(
        label="异议内容", max_length=1000, min_length=5, widget=forms.Textarea(attrs={"rows": 5})
    )
    name = forms.CharField(label="您的姓名", max_length=50, required=False)
    phone = forms.CharField(
        label="联系电话", max_length=20, required=False, help_text="只给核实的工作人员看，不会公开"
    )


class AnswerForm(forms.Form):
    upheld = forms.TypedChoiceField(
        label="结论",
        choices=(("no", "异议不成立"), ("yes", "异议成立")),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )
    answer = forms.CharField(label="答复", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))


class CodeForm(forms.Form):
    """查询码, as it was given to whoever raised an objection."""

    code = forms.CharField(label="查询码", max_length=20)

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).upper()
