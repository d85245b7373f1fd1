"""What officials fill in about plans, projects and drafts."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.legislation.kinds import Audience, Category, Piece, RuleKind, Secrecy, Speaker
from guangyue.legislation.models import ConsultedMatter, LegislativePlan
from guangyue.legislation.obligations import Flag
from guangyue.legislation.services.consulting import Withholding
from guangyue.legislation.services.moving import Promulgation, Recorded
from guangyue.legislation.services.planning import Decision, NewProject
from guangyue.legislation.services.reviewing import HearingNotice
from guangyue.organisations.models import Organisation

DAY = forms.DateInput(attrs={"type": "date"})
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
YES_NO = (("yes", "是"), ("no", "否"))


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, widget=DAY, required=required, help_text=help_text)


def long_field(
    label: str, *, most: int, rows: int = 5, required: bool = True, help_text: str = ""
) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, required=required, help_text=help_text)


def yes_no_field(label: str, *, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        coerce=lambda said: said == "yes",
        widget=RADIO,
        help_text=help_text,
    )


def offices() -> QuerySet[Organisation]:
    return Organisation.objects.apart_from_bodies().order_by("pk")


class OfficeField(forms.ModelChoiceField[Organisation]):
    """单位."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Organisation.objects.none(), **options)

    def __deepcopy__(self, memo: dict[int, Any]) -> "OfficeField":
        copied: OfficeField = super().__deepcopy__(memo)
        copied.queryset = offices()
        return copied


class PlanForm(forms.Form):
    """登记年度立法计划: the annex as it is printed."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    number = forms.CharField(label="文号", max_length=60)
    title = forms.CharField(label="名称", max_length=120)
    adopted_on = day_field("印发日期")
    catalogue = long_field(
        "立法项目目录",
        most=50_000,
        rows=16,
        help_text="把附件的目录原样粘贴进来：“一、…（几件）”“（一）…（几件）”“《名称》（单位起草）”，每行一个。"
        "标题写的件数和列出的项目不一致的，不导入。",
    )


class TermsForm(forms.Form):
    """补充规定."""

    since = day_field("自何日起")
    min_days = forms.IntegerField(
        label="征求意见最短天数",
        min_value=1,
        max_value=365,
        required=False,
        help_text="按现行法填写；不填的，不能开始征求意见。",
    )
    review_days = forms.IntegerField(label="审查天数", min_value=1, max_value=365)
    approval_days = forms.IntegerField(label="审批天数", min_value=1, max_value=365)
    opposing_percent = forms.IntegerField(
        label="提示分歧的反对占比（%）",
        min_value=1,
        max_value=100,
        help_text="超过的，提示存在重大意见分歧。",
    )
    many_comments = forms.IntegerField(
        label="提示关注的意见条数", min_value=1, help_text="达到的，提示人民群众普遍关注。"
    )
    ground = forms.CharField(label="依据", max_length=300)


class DecisionForm(forms.Form):
    """市政府的决定: every change of a plan rests on one."""

    reason = long_field("理由", most=500, rows=3)
    decision = forms.CharField(
        label="市政府的决定", max_length=200, help_text="会议届次或者文号，如：市政府第50次常务会议"
    )
    decided_on = day_field("决定日期")

    def decided(self) -> Decision:
        given = self.cleaned_data
        return Decision(given["reason"], given["decision"], given["decided_on"])


class PostponeForm(DecisionForm):
    due = day_field("新的完成时限")
    field_order = ("due",)


class NewProjectForm(DecisionForm):
    """增列."""

    plan = forms.ModelChoiceField(label="列入", queryset=LegislativePlan.objects.all())
    name = forms.CharField(label="项目名称", max_length=120)
    kind = forms.ChoiceField(label="项目种类", choices=RuleKind.choices)
    category = forms.ChoiceField(label="项目类别", choices=Category.choices)
    unit = OfficeField(label="起草单位")
    due = day_field("完成时限", required=False)
    ground = forms.CharField(
        label="立项缘由", max_length=300, required=False, help_text="如清理中需要修订、废止的文件"
    )
    field_order = ("plan", "name", "kind", "category", "unit", "due", "ground")

    def new(self) -> NewProject:
        given = self.cleaned_data
        return NewProject(
            given["name"],
            RuleKind(given["kind"]),
            Category(given["category"]),
            given["unit"],
            given["due"],
            given["ground"],
        )


class CarryOverForm(forms.Form):
    """结转."""

    plan = forms.ModelChoiceField(label="结转到", queryset=LegislativePlan.objects.none())
    due = day_field("完成时限", required=False, help_text="调研项目可以不填")
    note = forms.CharField(label="说明", max_length=300)

    def __init__(self, *arguments: Any, plans: QuerySet[LegislativePlan], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["plan"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = plans


class MoveForm(forms.Form):
    """一步的记录."""

    key = forms.CharField(widget=forms.HiddenInput)
    on = day_field("日期")
    record = forms.CharField(
        label="会议届次、文号", max_length=200, required=False, help_text="审议、提请的必填"
    )
    said = long_field("意见或者说明", most=2000, rows=3, required=False)

    def recorded(self) -> Recorded:
        given = self.cleaned_data
        return Recorded(given["on"], given["record"], given["said"])


class PromulgationForm(forms.Form):
    """公布."""

    number = forms.CharField(label="令号", max_length=60)
    published_on = day_field("公布日期")
    effective_on = day_field("施行日期", help_text="不早于公布日期")
    signatory = forms.CharField(label="签署人职务", max_length=60, help_text="如：市长、代市长")

    def promulgated(self) -> Promulgation:
        return Promulgation(**self.cleaned_data)


class PieceForm(forms.Form):
    """调研成果."""

    piece = forms.ChoiceField(label="成果", choices=Piece.choices)
    summary = long_field("内容摘要", most=5000)
    file = forms.FileField(label="文件", required=False, help_text="PDF、DOCX 等，按内容认定")


class DraftForm(forms.Form):
    """草案."""

    text = long_field(
        "草案全文", most=200_000, rows=16, help_text="每条单独起行，以“第几条”开头；章节也单独起行。"
    )
    explanation = long_field(
        "起草说明", most=20_000, rows=8, required=False, help_text="没有说明的，不能公开征求意见。"
    )
    creates_powers = yes_no_field("是否设定行政权力", help_text="设定的，要逐项写明依据和责任单位。")


class PowerForm(forms.Form):
    """设定的权力."""

    article = forms.CharField(label="条文", max_length=20, help_text="如：第十二条")
    name = forms.CharField(label="权力事项", max_length=200)
    basis = forms.CharField(label="上位法依据", max_length=300)
    unit = OfficeField(label="责任单位")


class ImpactForm(forms.Form):
    """影响认定."""

    flag = forms.ChoiceField(label="情形", choices=Flag.choices)
    holds = yes_no_field("是否属于")
    reason = forms.CharField(label="理由", max_length=500)


class ExpertForm(forms.Form):
    """专家意见."""

    speaker = forms.ChoiceField(
        label="身份", choices=[(one.value, one.label) for one in (Speaker.ADVISER, Speaker.EXPERT)]
    )
    name = forms.CharField(label="姓名、单位", max_length=100)
    text = long_field("意见", most=5000)
    said_on = day_field("日期")


class DepartmentForm(forms.Form):
    """部门意见."""

    unit = OfficeField(label="部门")
    text = long_field("意见", most=5000)
    settled = yes_no_field("是否协调一致")
    difference = long_field("分歧情况", most=2000, rows=3, required=False)
    said_on = day_field("日期")


class HearingForm(forms.Form):
    """听证公告."""

    held_at = forms.DateTimeField(label="举行时间", widget=MOMENT, input_formats=["%Y-%m-%dT%H:%M"])
    place = forms.CharField(label="地点", max_length=120)
    matters = long_field("听证事项", most=2000)
    joining = forms.CharField(label="报名办法", max_length=500)

    def notice(self) -> HearingNotice:
        return HearingNotice(**self.cleaned_data)


class HearingReportForm(forms.Form):
    """听证报告."""

    participants = long_field("参加人员", most=2000, rows=3)
    record = long_field("听证笔录", most=20_000, rows=8)
    report = long_field("听证报告", most=20_000, rows=8)


AUDIENCES = forms.MultipleChoiceField(label="征求对象", choices=Audience.choices, widget=CHECKS)
CHANNELS = forms.CharField(
    label="提出意见的途径",
    max_length=500,
    help_text="除网上以外的途径：信函地址、电子邮箱、联系电话",
)


class ConsultationForm(forms.Form):
    """准备征求意见."""

    audiences = AUDIENCES
    channels = CHANNELS
    secrecy = forms.ChoiceField(label="公开", choices=Secrecy.choices)
    withheld = forms.CharField(
        label="不公开的条文", max_length=300, required=False, help_text="如：第五条、第九条"
    )
    reason = forms.CharField(label="不公开的理由", max_length=500, required=False)
    decider = forms.CharField(label="不公开的决定人", max_length=100, required=False)

    def withholding(self) -> Withholding:
        given = self.cleaned_data
        labels = tuple(filter(None, (one.strip() for one in given["withheld"].split("、"))))
        return Withholding(Secrecy(given["secrecy"]), labels, given["reason"], given["decider"])

    def asked(self) -> list[Audience]:
        return [Audience(one) for one in self.cleaned_data["audiences"]]


class MatterForm(forms.Form):
    """就其他事项征求意见."""

    matter = forms.ModelChoiceField(label="事项", queryset=ConsultedMatter.objects.all())
    title = forms.CharField(label="标题", max_length=160)
    text = long_field("征求意见的内容", most=50_000, rows=10)
    explanation = long_field("说明", most=20_000, rows=5)
    audiences = AUDIENCES
    channels = CHANNELS


class OpeningForm(forms.Form):
    """开始征求意见."""

    opens = day_field("开始日期")
    closes = day_field("截止日期")
