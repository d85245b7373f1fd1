"""What officials fill in about a case."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import forms
from django.utils import timezone

from guangyue.cases.entries import phone_field
from guangyue.cases.models import Case, Opinion, PointResult
from guangyue.cases.services.counter import MARKS, MISSING, ORIGINAL, OWED
from guangyue.kit.fields import MoneyFormField, read_credit_code, read_id_number
from guangyue.kit.money import Money
from guangyue.matters.declaration import Variant
from guangyue.organisations.models import Region

LONGEST = 500
ONE_FEN = Money(1)
RADIOS = {"class": "form-check-input"}


def long_text(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class OpinionForm(forms.Form):
    """部门意见: anything but 同意 says why."""

    outcome = forms.ChoiceField(
        label="意见", choices=Opinion.Said.choices, widget=forms.RadioSelect(attrs=RADIOS)
    )
    said = forms.CharField(
        label="理由", max_length=1000, required=False, widget=long_text(), help_text="不是“同意”的必须写明"
    )


class PointForm(forms.Form):
    """审查要点."""

    result = forms.ChoiceField(label="结果", choices=PointResult.Result.choices)
    evidence = forms.CharField(label="依据", max_length=LONGEST, required=False)


class ChargeForm(forms.Form):
    """缴费通知."""

    item = forms.CharField(label="项目", max_length=200)
    amount = MoneyFormField(label="金额", least=ONE_FEN, help_text="单位为元")
    basis = forms.CharField(label="依据", max_length=200, required=False)


class PaymentForm(forms.Form):
    """缴清."""

    paid_on = forms.DateField(label="缴清日", widget=forms.DateInput(attrs={"type": "date"}))
    receipt = forms.CharField(label="票据号", max_length=60)

    def clean_paid_on(self) -> Any:
        day = self.cleaned_data["paid_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("缴清日不能在今天以后。")
        return day


class CounterForm(forms.Form):
    """谁来办什么: the situation, the number of whoever applies, and the name where no register knows it."""

    number = forms.CharField(
        label="公民身份号码或者统一社会信用代码",
        max_length=24,
        help_text="读卡器或者扫码枪可以直接输入",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    name = forms.CharField(
        label="姓名或者名称",
        max_length=200,
        required=False,
        help_text="名录库里没有的人才要填",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    field_order = ("variant", "number", "name", "region")

    def __init__(
        self, variants: Iterable[Variant], places: list[Region], *, data: Any = None, variant: str = ""
    ) -> None:
        super().__init__(data, initial={"variant": variant, "region": places[0]})
        self.use_required_attribute = False
        self.fields["variant"] = forms.ChoiceField(
            label="办理情形",
            choices=[(one.key, one.title) for one in variants],
            widget=forms.RadioSelect(attrs=RADIOS),
        )
        self.fields["region"] = forms.ModelChoiceField(
            Region.objects.filter(pk__in=[one.pk for one in places]),
            label="受理地区",
            empty_label=None,
            help_text="替别处收的，记为代收",
            widget=forms.HiddenInput if len(places) == 1 else forms.Select,
        )
        self.order_fields(self.field_order)

    def clean_number(self) -> str:
        """Firms' codes begin with a 9 or hold letters; an ID number is digits but for its end."""
        written = "".join(self.cleaned_data["number"].split()).upper()
        self.is_person = written[:-1].isdigit() and not written.startswith("9")
        return read_id_number(written) if self.is_person else read_credit_code(written)


class TakenIn(Protocol):
    """What is taken in, a case or several as one, with how to reach whoever applies."""

    phone: str


class PaperAsked(Protocol):
    """A material as it is ticked off."""

    pk: Any
    code: str
    title: str
    deferrable: bool


class CheckForm(forms.Form):
    """收件: each paper with its mark, how the result comes, and the applicant's yes."""

    phone = phone_field()
    delivery = forms.ChoiceField(label="结果怎么取", choices=Case.Delivery.choices)
    promised = forms.BooleanField(label="申请人已经在容缺承诺书上签字", required=False)
    consent = forms.BooleanField(
        label="申请人已经签字，同意为办理这件事使用这些信息和材料",
        error_messages={"required": "没有申请人的同意，不能收件。"},
    )

    def __init__(self, taken: TakenIn, papers: Iterable[PaperAsked], *, data: Any = None) -> None:
        super().__init__(data, initial={"phone": taken.phone, "delivery": Case.Delivery.PICK_UP})
        self.use_required_attribute = False
        self.fields["phone"].label = "联系电话"
        self.papers = list(papers)
        for paper in self.papers:
            offered = [mark for mark in MARKS.items() if mark[0] != OWED or paper.deferrable]
            self.fields[_mark_of(paper)] = forms.ChoiceField(
                label=paper.title, choices=offered, widget=forms.RadioSelect(attrs=RADIOS)
            )
            self.initial[_mark_of(paper)] = ORIGINAL

    def marks(self) -> dict[str, str]:
        return {paper.code: self.cleaned_data.get(_mark_of(paper), MISSING) for paper in self.papers}

    def checklist(self) -> list[tuple[PaperAsked, Any]]:
        return [(paper, self[_mark_of(paper)]) for paper in self.papers]

    def contact(self) -> list[Any]:
        return [self["phone"], self["delivery"]]


def _mark_of(paper: PaperAsked) -> str:
    return f"paper-{paper.pk}"
