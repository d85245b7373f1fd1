"""What people fill in to watch sources, subscribe, explain documents and clear them out."""

from typing import Any

from django import forms

from guangyue.gazette.document import Clause
from guangyue.gazette.fields import ClauseFormField
from guangyue.gazette.models import PrintedDocument
from guangyue.library.models import CleanupItem, Source
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

LONG = forms.Textarea(attrs={"rows": 8})


class SourceForm(forms.Form):
    title = forms.CharField(label="名称", max_length=60, help_text="如：省政府公报订阅源")
    kind = forms.ChoiceField(label="种类", choices=Source.Kind.choices)
    address = forms.CharField(
        label="地址",
        max_length=300,
        help_text="文件夹写收件目录下的路径，如 gazettes；订阅源写 RSS 或者 Atom 的网址",
    )


class SubscriptionForm(forms.Form):
    words = forms.CharField(
        label="词语", max_length=100, required=False, help_text="几个词之间空一格，都出现才通知"
    )
    issuer = forms.CharField(label="发文机关", max_length=60, required=False)
    series = forms.CharField(label="文种", max_length=20, required=False, help_text="如 政发、政办字")
    number = forms.CharField(
        label="关注一份公文",
        max_length=60,
        required=False,
        help_text="文号；它再版、被引用、修改、废止时通知",
    )
    path = forms.CharField(label="条款", max_length=60, required=False, widget=forms.HiddenInput)

    def clean_number(self) -> str:
        """In the brackets that documents are kept with."""
        written = self.cleaned_data["number"].strip()
        return Clause(written.replace(" ", "")).number if written else ""


class InterpretationForm(forms.Form):
    """解读: of a released document, named by its number; of a draft the clause stays what it was."""

    number = forms.CharField(label="文号", max_length=80)
    path = forms.CharField(label="条款", max_length=60, required=False, help_text="解读整份公文的留空")
    title = forms.CharField(label="标题", max_length=80)
    text = forms.CharField(
        label="解读", max_length=5000, widget=LONG, help_text="用平实的话说明，不改变条款的意思"
    )

    def __init__(self, *arguments: Any, fixed: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if fixed:
            del self.fields["number"], self.fields["path"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        number = said.pop("number", "").strip()
        if not number:
            return said
        document = (
            PrintedDocument.objects.released().filter(key=Clause(number.replace(" ", "")).number).first()
        )
        if document is None:
            self.add_error("number", "政策库里没有这份公文，或者还没有发布。")
        return {**said, "document": document, "path": said.get("path", "").strip()}


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=200)


class CleanupForm(forms.Form):
    title = forms.CharField(label="名称", max_length=80, help_text="如：2026年规范性文件清理")
    criteria = forms.CharField(
        label="清理标准", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), help_text="一行一条"
    )
    cites = ClauseFormField(label="依据")
    on = DayField(label="清理范围", help_text="这一天施行中的文件")
    due = DayField(label="完成时限")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("on") and said.get("due") and said["due"] < said["on"]:
            self.add_error("due", "完成时限早于清理范围的日期。")
        return said


class AssigningForm(forms.Form):
    organisation = forms.ModelChoiceField(
        label="清理单位", queryset=Organisation.objects.none(), help_text="起草单位"
    )

    def __init__(self, *arguments: Any, organisations: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = organisations


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        label="清理意见", choices=CleanupItem.Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="理由", max_length=300, required=False, help_text="修改、废止的必填，对照清理标准写明"
    )
    act = forms.CharField(
        label="落实文件",
        max_length=80,
        required=False,
        help_text="修改或者废止它的文件的文号，还没有的以后登记",
    )


class ActForm(forms.Form):
    act = forms.CharField(label="落实文件", max_length=80, help_text="修改或者废止它的文件的文号")
