"""What people fill in to say what they think of a draft, and officials to answer."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from guangyue.legislation.forms import RADIO
from guangyue.legislation.kinds import SAID_ONLINE, Speaker, Stance, Uptake
from guangyue.legislation.models import Article
from guangyue.legislation.services.answering import Answer
from guangyue.legislation.services.commenting import Author, Said

MOST_TEXT = 2000
WHOLE = "whole"


class CommentForm(forms.Form):
    """提意见: a box for the whole and one at each article; only those that are written in count."""

    speaker = forms.ChoiceField(
        label="您的身份", choices=[(one.value, one.label) for one in SAID_ONLINE], widget=RADIO
    )
    name = forms.CharField(
        label="姓名或者单位名称", max_length=100, required=False, help_text="可以匿名；单位请写全称。"
    )
    phone = forms.CharField(
        label="联系电话", max_length=20, required=False, help_text="只用于核实，任何情况下都不公开。"
    )
    name_shown = forms.BooleanField(
        label="同意公布我的姓名",
        required=False,
        help_text="不选的，公布时隐去姓名；单位名称会公布。",
    )

    def __init__(self, *arguments: Any, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.articles = {f"article-{one.pk}": one for one in articles}
        for key in (WHOLE, *self.articles):
            self.fields[key] = forms.CharField(
                label="意见",
                max_length=MOST_TEXT,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            self.fields[f"{key}-stance"] = forms.ChoiceField(
                label="态度", choices=Stance.choices, initial=Stance.AMEND, required=False
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(key) for key in (WHOLE, *self.articles)):
            self.add_error(WHOLE, "请至少写一条意见。")
        if given.get("speaker") == Speaker.UNIT and not given.get("name"):
            self.add_error("name", "以单位名义提出的，请写单位全称。")
        return given

    def said(self) -> list[Said]:
        return list(self._said())

    def author(self) -> Author:
        given = self.cleaned_data
        return Author(Speaker(given["speaker"]), given["name"], given["phone"], given["name_shown"])

    def boxes(self, key: str) -> tuple[forms.BoundField, forms.BoundField]:
        return self[key], self[f"{key}-stance"]

    def _said(self) -> Iterator[Said]:
        places: dict[str, Article | None] = {WHOLE: None, **self.articles}
        for key, article in places.items():
            if text := self.cleaned_data.get(key):
                stance = Stance(self.cleaned_data.get(f"{key}-stance") or Stance.AMEND)
                yield Said(article, stance, text)


class TakenCommentForm(forms.Form):
    """登记来信、电话、座谈的意见."""

    article = forms.ModelChoiceField(
        label="条文", queryset=Article.objects.none(), required=False, empty_label="全文"
    )
    stance = forms.ChoiceField(label="态度", choices=Stance.choices)
    text = forms.CharField(label="意见", max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 4}))
    speaker = forms.ChoiceField(label="身份", choices=Speaker.choices)
    name = forms.CharField(label="姓名或者单位", max_length=100, required=False)
    phone = forms.CharField(label="联系电话", max_length=20, required=False)
    name_shown = forms.BooleanField(label="同意公开姓名", required=False)

    def __init__(self, *arguments: Any, articles: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["article"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = articles

    def said(self) -> list[Said]:
        given = self.cleaned_data
        return [Said(given["article"], Stance(given["stance"]), given["text"])]

    def author(self) -> Author:
        given = self.cleaned_data
        return Author(Speaker(given["speaker"]), given["name"], given["phone"], given["name_shown"])


class AnswerForm(forms.Form):
    """答复."""

    summary = forms.CharField(
        label="意见摘要", max_length=500, help_text="公布在答复表里，请不要写个人信息。"
    )
    uptake = forms.ChoiceField(label="采纳情况", choices=Uptake.choices)
    reason = forms.CharField(label="理由", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def answer(self) -> Answer:
        given = self.cleaned_data
        return Answer(Uptake(given["uptake"]), given["reason"], given["summary"])


class GroupAnswerForm(AnswerForm):
    """成组答复: what of an article is meant, then one reason for all."""

    stance = forms.ChoiceField(label="只答复", choices=(("", "全部态度"), *Stance.choices), required=False)
    words = forms.CharField(label="意见里有这些字的", max_length=50, required=False)
    field_order = ("stance", "words", "summary", "uptake", "reason")


class ReceiptForm(forms.Form):
    """查询答复."""

    receipt = forms.CharField(label="回执编号", max_length=24)
    code = forms.CharField(label="查询码", max_length=8)

    def clean_receipt(self) -> str:
        return str(self.cleaned_data["receipt"]).strip().upper()

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()
