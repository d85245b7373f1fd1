"""What is said of a problem, and its four lists."""

from typing import Any

from django import forms

from guangyue.ledgers.fields import NO, YES, FieldKind
from guangyue.ledgers.forms.fields import LONG, NOTHING, PhotosField, form_field_of, offer
from guangyue.ledgers.models import Photo, Problem, Responsibility
from guangyue.ledgers.plans import CampaignPlan, Proposal
from guangyue.ledgers.services.listing import MeasureSaid, ResponsibilitySaid
from guangyue.ledgers.services.registering import ProblemSaid
from guangyue.ledgers.services.working import MOST_PHOTOS
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation, Region

PLAIN = (
    "region",
    "organisation",
    "subject",
    "place",
    "source",
    "found_on",
    "kind",
    "zone",
    "old_number",
    "description",
    "longitude",
    "latitude",
)


class ProblemForm(forms.Form):
    """问题清单: what every problem has, then what the campaign asks beside."""

    region = forms.ModelChoiceField(label="县（市、区）", queryset=Region.objects.none())
    organisation = forms.ModelChoiceField(
        label="整改责任单位",
        queryset=Organisation.objects.none(),
        help_text="负责落实的县（市、区）政府、管委会或者部门",
    )
    subject = forms.CharField(label="问题名称", max_length=120, help_text="如“东湖鱼塘养殖侵占缓冲区”")
    place = forms.CharField(label="地点", max_length=120)
    zone = forms.ChoiceField(label="分区", required=False)
    source = forms.ChoiceField(label="发现渠道")
    found_on = DayField(label="发现日期")
    kind = forms.ChoiceField(label="问题类别", required=False, help_text="拿不准的可以先不填，登记以后看建议")
    old_number = forms.CharField(
        label="原台账编号", max_length=40, required=False, help_text="以前的台账里已有编号的，填原编号"
    )
    description = forms.CharField(label="问题描述", max_length=1000, required=False, widget=LONG)
    longitude = forms.DecimalField(
        label="经度",
        required=False,
        min_value=73,
        max_value=136,
        max_digits=9,
        decimal_places=6,
        help_text="如 115.985，不对外公开",
    )
    latitude = forms.DecimalField(
        label="纬度", required=False, min_value=3, max_value=54, max_digits=8, decimal_places=6
    )

    def __init__(
        self, *arguments: Any, plan: CampaignPlan, regions: Any, organisations: Any, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.plan = plan
        offer(self, region=regions, organisation=organisations)
        self._choose("kind", plan.classes)
        self._choose("source", plan.sources, empty=False)
        self.fields["place"].label, self.fields["zone"].label = plan.place_title, plan.zone_title
        if plan.zones:
            self._choose("zone", plan.zones)
        else:
            del self.fields["zone"]
        for field in plan.fields:
            self.fields[field.key] = form_field_of(field)

    def said(self) -> ProblemSaid:
        given = {name: self.cleaned_data[name] for name in PLAIN if name in self.cleaned_data}
        facts = {field.key: self.cleaned_data[field.key] for field in self.plan.fields}
        return ProblemSaid(**given, facts=facts)

    def _choose(self, name: str, offered: tuple[str, ...], *, empty: bool = True) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*([NOTHING] if empty else []), *((one, one) for one in offered)]


def initial_of(problem: Problem, plan: CampaignPlan) -> dict[str, object]:
    facts: dict[str, object] = dict(problem.facts)
    for field in plan.fields:
        if field.kind is FieldKind.YES_NO and field.key in facts:
            facts[field.key] = YES if facts[field.key] else NO
    return {**{name: getattr(problem, name) for name in PLAIN}, **facts}


class MeasureForm(forms.Form):
    kind = forms.ChoiceField(label="措施类型")
    text = forms.CharField(label="具体措施", max_length=500, widget=LONG)
    standard = forms.CharField(
        label="完成标准", max_length=300, help_text="做到什么样才算整改到位，验收时逐项对照"
    )

    def __init__(self, *arguments: Any, plan: CampaignPlan, proposal: Proposal, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        others = [one for one in plan.measures if one not in proposal.measures]
        field.choices = [
            *((one, f"{one}（建议）") for one in proposal.measures),
            *((one, one) for one in others),
        ]

    def said(self) -> MeasureSaid:
        return MeasureSaid(**self.cleaned_data)


class ResponsibilityForm(forms.Form):
    role = forms.ChoiceField(
        label="责任",
        choices=Responsibility.Role.choices,
        help_text="整改实施的单位和人可以到验收现场，不能签字",
    )
    unit = forms.CharField(label="单位", max_length=80)
    person = forms.CharField(label="责任人", max_length=30, help_text="写到人，不能只写单位")
    post = forms.CharField(label="职务", max_length=60)
    phone = forms.CharField(label="电话", max_length=20, required=False, help_text="只给工作人员看，不公开")

    def said(self) -> ResponsibilitySaid:
        return ResponsibilitySaid(
            **{**self.cleaned_data, "role": Responsibility.Role(self.cleaned_data["role"])}
        )


class DeadlineForm(forms.Form):
    milestone = forms.CharField(label="节点", max_length=80, help_text="如“拆除完毕”“通过验收”")
    due = DayField(label="期限")


class MovingForm(forms.Form):
    due = DayField(label="新的期限")
    said = forms.CharField(label="理由", max_length=300, widget=LONG)


class PhotosForm(forms.Form):
    moment = forms.ChoiceField(
        label="时点", choices=[one for one in Photo.Moment.choices if one[0] in ("before", "after")]
    )
    photos = PhotosField(most=MOST_PHOTOS, label="照片", required=True)


class ProgressForm(forms.Form):
    said = forms.CharField(label="进展", max_length=500, widget=LONG)


class CompletionForm(forms.Form):
    on = DayField(label="完成日期")
    said = forms.CharField(label="对照完成标准说明", max_length=500, widget=LONG)


class ApplicationForm(forms.Form):
    said = forms.CharField(label="整改情况", max_length=500, widget=LONG)
