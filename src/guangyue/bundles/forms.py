"""What people fill in about themes: proposals and their answers, reviews, reasons, and the design itself."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.bundles.design import Choice, Circle, Design
from guangyue.bundles.editing import when_of
from guangyue.bundles.models import Theme, Wish
from guangyue.bundles.models.themes import CIRCLES
from guangyue.matters.models import Matter
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

RADIO = {"class": "form-check-input"}


class WishForm(forms.Form):
    """征集: without a name it is answered all the same."""

    title = forms.CharField(label="想一次办好的事", max_length=60, min_length=2, help_text="如：退休、换房")
    text = forms.CharField(
        label="现在要跑哪些部门，哪里不方便",
        max_length=1000,
        min_length=5,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    name = forms.CharField(label="您的称呼", max_length=50, required=False)
    phone = forms.CharField(
        label="联系电话", max_length=20, required=False, help_text="只给办理的人员看，不会公开"
    )


class ReportForm(WishForm):
    """提报 by a department."""

    organisation = forms.ModelChoiceField(
        label="提报部门", queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ("organisation", "title", "text")

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = organisations
        del self.fields["name"], self.fields["phone"]


class CodeForm(forms.Form):
    """查询码, as it was given to whoever proposed."""

    code = forms.CharField(label="查询码", max_length=20)

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()


class AnswerForm(forms.Form):
    """答复: the decision, and why."""

    decision = forms.ChoiceField(
        label="决定", choices=Wish.Decision.choices, widget=forms.RadioSelect(attrs=RADIO)
    )
    theme = forms.ModelChoiceField(
        label="对应的主题", queryset=Theme.objects.all(), required=False, empty_label="还没有"
    )
    reason = forms.CharField(
        label="理由", max_length=500, min_length=4, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReviewForm(forms.Form):
    """联审意见."""

    agrees = forms.TypedChoiceField(
        label="意见",
        choices=(("yes", "同意"), ("no", "不同意，退回设计")),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect(attrs=RADIO),
    )
    said = forms.CharField(
        label="理由", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CheckForm(forms.Form):
    """复核结论."""

    passed = forms.TypedChoiceField(
        label="结论",
        choices=(("yes", "通过，继续办理"), ("no", "不通过，暂停办理")),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect(attrs=RADIO),
    )
    said = forms.CharField(label="说明", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=280, widget=forms.Textarea(attrs={"rows": 3}))


class ConnectForm(forms.Form):
    """登记接通."""

    on = DayField(label="接通之日", help_text="从这一天起，主题不得再向申请人要这一项")


class DepartmentsForm(forms.Form):
    """牵头和配合部门, and under which conditions the theme is used."""

    lead = forms.ModelChoiceField(label="牵头部门", queryset=Organisation.objects.none(), empty_label=None)
    cooperating = forms.ModelMultipleChoiceField(
        label="配合部门",
        queryset=Organisation.objects.none(),
        required=False,
        help_text="按住 Ctrl 选多个；至少一个，否则不是主题",
    )
    conditions = forms.CharField(label="使用条件", max_length=300, required=False)

    def __init__(self, *arguments: Any, leads: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, choices in (("lead", leads), ("cooperating", Organisation.objects.apart_from_bodies())):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = choices
        self.fields["cooperating"].widget.attrs["size"] = 8

    def said(self) -> dict[str, Any]:
        """By the keys of the organisations, as a design keeps them."""
        said = self.cleaned_data
        return {
            "lead": said["lead"].key,
            "cooperating": [one.key for one in said["cooperating"]],
            "conditions": said["conditions"],
        }


class ThemeForm(DepartmentsForm):
    """主题的名称和部门."""

    title = forms.CharField(label="主题名称", max_length=60)
    about = forms.CharField(label="一句话说明", max_length=300, required=False)
    circle = forms.ChoiceField(label="面向", choices=CIRCLES, initial=Circle.PUBLIC.name)
    field_order = ("title", "about", "circle", "lead", "cooperating", "conditions")


class PartForm(forms.Form):
    """加一个事项: in one of its situations, under a condition if need be, after others."""

    situation = forms.ChoiceField(label="事项和情形")
    when = forms.ChoiceField(label="什么时候要办", required=False)
    after = forms.MultipleChoiceField(
        label="在哪些事项之后",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=RADIO),
        help_text="要用前面办理结果的不用选，会自动排在后面",
    )

    def __init__(self, *arguments: Any, design: Design, titles: dict[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["situation"] = forms.ChoiceField(label="事项和情形", choices=_situations())
        whens = [
            (f"{question.key}={answer}", f"{question.title}{answer}")
            for question in design.questions
            for answer in question.answers
        ]
        self.fields["when"] = forms.ChoiceField(
            label="什么时候要办", choices=[("", "都要办"), *whens], required=False
        )
        after = self.fields["after"]
        assert isinstance(after, forms.MultipleChoiceField)
        after.choices = [(code, titles.get(code, code)) for code in design.matters]
        if not design.parts:
            del self.fields["after"]

    def said(self) -> dict[str, Any]:
        """As a design takes it."""
        matter, variant = self.cleaned_data["situation"].split("/", 1)
        return {
            "matter": matter,
            "choice": Choice(variant, when_of(self.cleaned_data["when"])),
            "after": self.cleaned_data.get("after", []),
        }


class QuestionForm(forms.Form):
    """加一个问题."""

    title = forms.CharField(label="问题", max_length=80)
    answers = forms.CharField(
        label="答案", max_length=600, widget=forms.Textarea(attrs={"rows": 3}), help_text="一行一个，至少两个"
    )

    def clean_answers(self) -> tuple[str, ...]:
        lines = [line.strip() for line in self.cleaned_data["answers"].splitlines() if line.strip()]
        answers = tuple(dict.fromkeys(lines))
        if len(answers) < 2:
            raise forms.ValidationError("至少要有两个不同的答案。")
        return answers


def _situations() -> Iterable[tuple[str, str]]:
    """Every situation of every matter that can be applied for, as `code/variant`."""
    for matter in Matter.objects.open().select_related("current").order_by("name"):
        if matter.current:
            for variant in matter.current.declared.variants:
                yield f"{matter.code}/{variant.key}", f"{matter.name}：{variant.title}"
