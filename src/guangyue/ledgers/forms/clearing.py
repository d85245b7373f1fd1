"""What is filled in at an acceptance and after it: members, results by measure, samples, tips."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from guangyue.ledgers.flow import Side, State
from guangyue.ledgers.forms.fields import CHECKS, LONG, RADIO, PhotosField, choose, offer
from guangyue.ledgers.models import Campaign, Measure, Problem, Sampled, Sampling
from guangyue.ledgers.plans import CampaignPlan
from guangyue.ledgers.services.accepting import AcceptanceSaid, MemberSaid
from guangyue.ledgers.services.tipping import MOST_FILES, TipSaid
from guangyue.ledgers.services.working import MOST_PHOTOS
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation, Region

REACHED = (("yes", "达到标准"), ("no", "没有达到"))
ONE_A_LINE = "每行一人，单位和姓名之间空一格"
MOST_SAMPLED = 50


class MembersField(forms.CharField):
    """单位 姓名, one a line."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> list[tuple[str, str]]:
        lines = [line.split() for line in str(super().clean(value)).splitlines() if line.strip()]
        if any(len(line) != 2 for line in lines):
            raise forms.ValidationError(f"{ONE_A_LINE}，如“某某镇政府 张某”。")
        return [(unit, person) for unit, person in lines]


class AcceptanceForm(forms.Form):
    """现场验收, as it is filled in on a telephone: who is there, each measure, photos."""

    on = DayField(label="验收日期")
    on_site = forms.BooleanField(label="已到整改现场", required=False)
    lead = forms.ModelChoiceField(label="牵头部门", queryset=Organisation.objects.none())
    lead_person = forms.CharField(label="牵头部门验收人", max_length=30)
    local = forms.ModelChoiceField(label="当地政府", queryset=Organisation.objects.none())
    local_person = forms.CharField(label="当地政府验收人", max_length=30)
    others = MembersField(label="其他验收人员", required=False, help_text=f"签字的。{ONE_A_LINE}")
    doers = MembersField(
        label="到场的整改实施单位", required=False, help_text=f"只到场，不签字。{ONE_A_LINE}"
    )
    checks = forms.MultipleChoiceField(label="验收要件", required=False, widget=CHECKS)
    photos = PhotosField(most=MOST_PHOTOS, label="现场照片")
    said = forms.CharField(label="验收意见", max_length=500, widget=LONG)

    def __init__(
        self, *arguments: Any, problem: Problem, plan: CampaignPlan, local: Any, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        offer(self, lead=problem.campaign.leads.all(), local=local)
        self.measures = list(problem.measures.filter(round=problem.round))
        choose(self, checks=plan.checks)
        if not plan.checks:
            del self.fields["checks"]
        for measure in self.measures:
            self.fields[_reached(measure)] = forms.ChoiceField(
                label=f"{measure.kind}：{measure.standard}", choices=REACHED, widget=RADIO
            )
            self.fields[_words(measure)] = forms.CharField(
                label=f"{measure.kind}的现场情况", max_length=200, required=False
            )
        measured = [name(one) for one in self.measures for name in (_reached, _words)]
        self.order_fields([*measured, "photos", "on", "on_site"])

    def acceptance_said(self) -> AcceptanceSaid:
        said = self.cleaned_data
        return AcceptanceSaid(
            on=said["on"],
            on_site=said["on_site"],
            members=list(self._members()),
            results={one: (said[_reached(one)] == "yes", said[_words(one)]) for one in self.measures},
            said=said["said"],
            checks=said.get("checks", ()),
            photos=said["photos"],
        )

    def _members(self) -> Iterator[MemberSaid]:
        said = self.cleaned_data
        for side, name in ((Side.LEAD, "lead"), (Side.LOCAL, "local")):
            yield MemberSaid(side, str(said[name]), said[f"{name}_person"], said[name])
        yield from (MemberSaid(Side.OTHER, unit, person) for unit, person in said["others"])
        yield from (MemberSaid(Side.DOER, unit, person, signs=False) for unit, person in said["doers"])


class MergingForm(forms.Form):
    into = forms.CharField(label="并入哪个问题", max_length=24, help_text="填问题编号，如 WT20200101000001")
    said = forms.CharField(label="理由", max_length=300, widget=LONG)

    def __init__(self, *arguments: Any, problems: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.problems = problems

    def clean_into(self) -> Problem:
        return problem_called(self.problems, str(self.cleaned_data["into"]))


class ReasonForm(forms.Form):
    said = forms.CharField(label="理由", max_length=300, widget=LONG)


class TransferForm(forms.Form):
    on = DayField(label="移送日期")
    authority = forms.CharField(label="接收机关", max_length=80)
    receipt = forms.CharField(label="移送回执", max_length=60)


class ReopeningForm(forms.Form):
    reason = forms.CharField(label="又发现了什么", max_length=500, widget=LONG)


class SamplingForm(forms.Form):
    """建立抽查批次: which problems is drawn at random among those that fit."""

    campaign = forms.ModelChoiceField(label="专项整治", queryset=Campaign.objects.all())
    kind = forms.ChoiceField(label="种类", choices=Sampling.Kind.choices)
    title = forms.CharField(label="名称", max_length=80)
    region = forms.ModelChoiceField(
        label="县（市、区）", queryset=Region.objects.none(), required=False, empty_label="全市"
    )
    among = forms.ChoiceField(
        label="从哪些问题里抽",
        choices=((State.SIGNED_OFF.name, "已销号的"), ("", "全部问题")),
        required=False,
    )
    many = forms.IntegerField(label="抽多少个", min_value=1, max_value=MOST_SAMPLED, initial=10)

    def __init__(self, *arguments: Any, regions: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        offer(self, region=regions)

    def drawn(self, problems: Any) -> Sequence[Problem]:
        said = self.cleaned_data
        rows = problems.filter(campaign=said["campaign"]).exclude(state=State.MERGED.name)
        if said["region"]:
            rows = rows.filter(region=said["region"])
        if said["among"]:
            rows = rows.filter(state=said["among"])
        return list(rows.order_by("?")[: said["many"]])


class SampleForm(forms.Form):
    result = forms.ChoiceField(label="结果", choices=Sampled.Result.choices, widget=RADIO)
    checked_on = DayField(label="检查日期")
    said = forms.CharField(label="现场情况", max_length=500, widget=LONG)
    photos = PhotosField(most=MOST_PHOTOS, label="现场照片")


class TipForm(forms.Form):
    """举报: without a name it is looked into all the same."""

    region = forms.ModelChoiceField(
        label="在哪个县（市、区）", queryset=Region.objects.of_county_level(), empty_label="请选择"
    )
    campaign = forms.ModelChoiceField(
        label="哪一类问题", queryset=Campaign.objects.all(), required=False, empty_label="说不清"
    )
    place = forms.CharField(label="具体地点", max_length=120)
    text = forms.CharField(
        label="什么情况", min_length=5, max_length=1000, widget=forms.Textarea(attrs={"rows": 5})
    )
    photos = PhotosField(most=MOST_FILES, label="照片")
    reporter = forms.CharField(label="您的姓名", max_length=30, required=False)
    phone = forms.CharField(
        label="联系电话",
        max_length=20,
        required=False,
        help_text="只给核实的检查人员看，不公开，也不给被举报的单位看；不写也受理",
    )

    def said(self) -> TipSaid:
        given = {name: value for name, value in self.cleaned_data.items() if name != "photos"}
        return TipSaid(**given)


class FollowTipForm(forms.Form):
    number = forms.CharField(label="举报编号", max_length=24)
    code = forms.CharField(label="查询码", max_length=8)

    def clean_number(self) -> str:
        return str(self.cleaned_data["number"]).strip().upper()

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()


class TipProblemForm(forms.Form):
    """立为问题: which problem of the ledger it is about."""

    problem = forms.CharField(
        label="台账里的问题", max_length=24, help_text="填问题编号；台账里还没有的，先登记问题"
    )

    def __init__(self, *arguments: Any, problems: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.problems = problems

    def clean_problem(self) -> Problem:
        return problem_called(self.problems, str(self.cleaned_data["problem"]))


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="给举报人的答复", max_length=1000, widget=LONG, help_text="说明查到了什么、怎么整改；不写举报人"
    )


def problem_called(problems: Any, number: str) -> Problem:
    found: Problem | None = problems.filter(number=number.strip().upper()).first()
    if found is None:
        raise forms.ValidationError("台账里没有这个编号，请核对。")
    return found


def _reached(measure: Measure) -> str:
    return f"reached-{measure.pk}"


def _words(measure: Measure) -> str:
    return f"words-{measure.pk}"
