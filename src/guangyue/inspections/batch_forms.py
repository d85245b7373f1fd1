"""What officials fill in about batches, visits, clues and duties."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.inspections.drawing.terms import Algorithm, Slot
from guangyue.inspections.forms import CHECKS, LONG, chosen_from
from guangyue.inspections.kinds import ALGORITHMS, METHODS, RESULTS, SOURCES, Method, Result, Source
from guangyue.inspections.liability import Exemption, Neglect
from guangyue.inspections.models import Batch, Clue, Evidence, Inspector, Item, PlanLine, Subject
from guangyue.inspections.models.results import EXEMPTIONS, NEGLECTS
from guangyue.inspections.services.batches import LEAST_OFFICERS
from guangyue.inspections.services.clues import ClueSaid
from guangyue.inspections.services.drawing import KEY_HINT
from guangyue.inspections.services.findings import ANSWERS, GOOD
from guangyue.inspections.sizing import USUAL_WEIGHTS
from guangyue.organisations.models import Organisation

MOST_SLOTS = 6
ONE_OF = forms.RadioSelect(attrs={"class": "form-check-input"})


class BatchForm(forms.Form):
    """The seats of a team, and the weights of the classes."""

    def __init__(self, *arguments: Any, line: PlanLine, **options: Any) -> None:
        super().__init__(*arguments, **options)
        offered = _seats_offered(line)
        departments = {slot.department for slot in offered}
        choices = [(f"{slot.department}|{slot.qualification}", title) for slot, title in offered.items()]
        for place in range(MOST_SLOTS):
            self.fields[f"slot-{place}"] = forms.ChoiceField(
                label=f"第 {place + 1} 个席位",
                choices=[("", "不设"), *choices],
                required=place < max(LEAST_OFFICERS, len(departments)),
            )
        self.fields["algorithm"] = forms.ChoiceField(
            label="抽取算法",
            choices=ALGORITHMS,
            help_text="按权重的，等级差的机会多；机会均等的，不看等级，每个对象一样",
        )
        for name, weight in USUAL_WEIGHTS.items():
            self.fields[f"weight-{name}"] = forms.IntegerField(
                label=f"{name} 级权重" if name else "未分级权重", initial=weight, min_value=1, max_value=1000
            )

    def slots(self) -> tuple[Slot, ...]:
        given = (self.cleaned_data[f"slot-{place}"] for place in range(MOST_SLOTS))
        return tuple(Slot(*one.split("|")) for one in given if one)

    def algorithm(self) -> Algorithm:
        return Algorithm[self.cleaned_data["algorithm"]]

    def weights(self) -> Mapping[str, int]:
        return {name: self.cleaned_data[f"weight-{name}"] for name in USUAL_WEIGHTS}


def _seats_offered(line: PlanLine) -> dict[Slot, str]:
    """Whatever somebody in the pool is qualified for, of the departments of the items."""
    departments = line.items.values("organisation")
    rows = Inspector.objects.filter(organisation__in=departments, active=True).order_by("organisation")
    kept = rows.values_list("organisation__key", "organisation__name", "qualifications")
    return {
        Slot(key, one): f"{name} · {one}"
        for key, name, qualifications in kept
        for one in sorted(qualifications)
    }


class CommitmentForm(forms.Form):
    source = forms.CharField(
        label="公开值", max_length=120, help_text="写明名称和期号，如：双色球第 2021025 期开奖号码"
    )
    source_at = forms.DateTimeField(
        label="公布时间",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="至少在承诺公布 24 小时以后",
    )


class ValueForm(forms.Form):
    public_value = forms.CharField(
        label="公开值的值", max_length=200, help_text="照公布的样子填写；抽取以后不能再改"
    )

    def __init__(self, *arguments: Any, batch: Batch, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if batch.is_even:
            self.fields["public_value"].help_text = f"{KEY_HINT}；抽取以后不能再改"


class PurposeForm(forms.Form):
    purpose = forms.CharField(label="查看用途", max_length=120, help_text="逐次记录谁在何时因为什么看过")


class FinishForm(forms.Form):
    methods = forms.MultipleChoiceField(label="检查方式", choices=METHODS, widget=CHECKS)

    def chosen(self) -> list[Method]:
        return [Method[name] for name in self.cleaned_data["methods"]]


class FindingForm(forms.Form):
    """逐项情况 by the procedure of the item, and what comes of them together."""

    def __init__(self, *arguments: Any, points: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.points = points
        answers = [(one, one) for one in ANSWERS]
        for place, point in enumerate(points):
            self.fields[f"point-{place}"] = forms.ChoiceField(
                label=point,
                choices=answers,
                initial=GOOD,
                widget=ONE_OF,
            )
        self.fields["result"] = forms.ChoiceField(label="结果", choices=RESULTS)
        self.fields["said"] = forms.CharField(
            label="情况说明",
            max_length=1000,
            required=False,
            widget=LONG,
            help_text="有问题的必须写；不写身份证号、电话",
        )

    def found(self) -> dict[str, Any]:
        given = self.cleaned_data
        answers = {point: given[f"point-{place}"] for place, point in enumerate(self.points)}
        return {"answers": answers, "result": Result[given["result"]], "said": given["said"]}


class CorrectionForm(FindingForm):
    def __init__(self, *arguments: Any, points: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, points=points, **options)
        self.fields["reason"] = forms.CharField(label="更正理由", max_length=300, widget=LONG)


class EvidenceForm(forms.Form):
    kind = forms.ChoiceField(label="种类", choices=Evidence.Kind.choices)
    file = forms.FileField(label="文件", help_text="照片去掉位置等隐藏信息以后保存")


class ReportForm(forms.Form):
    institution = forms.CharField(label="机构", max_length=120)
    licence = forms.CharField(label="资质证书", max_length=60)
    signer = forms.CharField(label="签发人", max_length=50)
    conclusion = forms.CharField(label="结论", max_length=500, widget=LONG)


class JointAnswerForm(forms.Form):
    """是否联合检查."""

    agrees = forms.ChoiceField(
        label="答复",
        choices=(("yes", "同意联合检查"), ("no", "不同意，分别检查")),
        widget=ONE_OF,
    )
    said = forms.CharField(
        label="理由", max_length=300, required=False, widget=LONG, help_text="不同意的必须写"
    )

    def answer(self) -> dict[str, Any]:
        return {"agrees": self.cleaned_data["agrees"] == "yes", "said": self.cleaned_data["said"]}


class TransferForm(forms.Form):
    authority = forms.CharField(label="移送机关", max_length=80)
    receipt = forms.CharField(label="回执编号", max_length=40)


class DoneForm(forms.Form):
    said = forms.CharField(label="处理情况", max_length=500, widget=LONG)


class ClueForm(forms.Form):
    organisation = forms.ModelChoiceField(label="承办单位", queryset=Organisation.objects.none())
    source = forms.ChoiceField(label="来源", choices=SOURCES)
    text = forms.CharField(label="线索内容", max_length=1000, widget=LONG)
    reporter = forms.CharField(
        label="反映人", max_length=50, required=False, help_text="只用于核实，永不公开"
    )
    phone = forms.CharField(label="反映人电话", max_length=20, required=False)

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **options: Any) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "organisation", organisations)

    def said(self) -> ClueSaid:
        given = {name: value for name, value in self.cleaned_data.items() if name != "organisation"}
        return ClueSaid(**{**given, "source": Source[given["source"]]})


class CheckClueForm(forms.Form):
    """立即检查: whom, under which items, by whom."""

    subject = forms.ModelChoiceField(
        label="检查对象编号",
        queryset=Subject.objects.active(),
        to_field_name="number",
        widget=forms.TextInput,
        error_messages={"invalid_choice": "名录库里没有这个编号，请核对。"},
    )
    items = forms.ModelMultipleChoiceField(label="抽查事项", queryset=Item.objects.none(), widget=CHECKS)
    team = forms.ModelMultipleChoiceField(
        label="检查组", queryset=Inspector.objects.none(), widget=CHECKS, help_text="至少两名"
    )

    def __init__(
        self, *arguments: Any, items: QuerySet[Item], team: QuerySet[Inspector], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        chosen_from(self, "items", items)
        chosen_from(self, "team", team)


class CloseClueForm(forms.Form):
    outcome = forms.ChoiceField(
        label="结果", choices=[one for one in Clue.Outcome.choices if one[0] != Clue.Outcome.SPECIAL]
    )
    case_number = forms.CharField(label="案件编号", max_length=60, required=False, help_text="立案的必须填")
    said = forms.CharField(label="处理情况", max_length=500, widget=LONG)


class DutyForm(forms.Form):
    """责任认定 by the two lists."""

    exemptions = forms.MultipleChoiceField(
        label="免责情形", choices=EXEMPTIONS, required=False, widget=CHECKS
    )
    neglects = forms.MultipleChoiceField(label="问责情形", choices=NEGLECTS, required=False, widget=CHECKS)
    bad_result = forms.BooleanField(label="造成不良后果", required=False)
    said = forms.CharField(label="认定说明", max_length=500, widget=LONG)

    def grounds(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "exemptions": [Exemption[name] for name in given["exemptions"]],
            "neglects": [Neglect[name] for name in given["neglects"]],
            "bad_result": given["bad_result"],
            "said": given["said"],
        }
