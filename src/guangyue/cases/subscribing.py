"""What is filled in of a subscriber, and the lists of subscribers and of what went out to them."""

from typing import Any

from django import forms
from markupsafe import Markup

from guangyue.cases.flow import Phase
from guangyue.cases.models import Posting, Subscriber
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation

HEARD_OF = [(one.name, one.value) for one in Phase if one is not Phase.DRAFT]
LOOKS = {Posting.State.SENT: "good", Posting.State.DEAD: "bad"}


class SubscriberForm(forms.Form):
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label="部门", empty_label="请选择部门")
    title = forms.CharField(label="系统名称", max_length=80)
    address = forms.CharField(
        label="接收地址", max_length=300, help_text="以 https:// 开头；内网的主机要由运维列入允许的名单。"
    )
    matters = forms.ModelMultipleChoiceField(
        Matter.objects.none(),
        to_field_name="code",
        label="事项",
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
        help_text="不选就是本部门的全部事项；按住 Ctrl 可以多选。",
    )
    phases = forms.MultipleChoiceField(
        label="阶段",
        choices=HEARD_OF,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text="办件到了这些阶段才推送；不选就是每一步都推送。",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["organisation"].queryset = Organisation.objects.apart_from_bodies()  # type: ignore[attr-defined]
        self.fields["matters"].queryset = Matter.objects.order_by("name")  # type: ignore[attr-defined]

    def clean_matters(self) -> list[str]:
        return [matter.code for matter in self.cleaned_data["matters"]]


def _state(posting: Posting) -> Markup:
    look = LOOKS.get(Posting.State(posting.state), "plain")
    return Markup('<span class="tag {}">{}</span>').format(look, posting.get_state_display())


def _standing(subscriber: Subscriber) -> Markup:
    look, word = ("plain", "已停用") if subscriber.ended_at else ("good", "在用")
    return Markup('<span class="tag {}">{}</span>').format(look, word)


SUBSCRIBERS = Listing(
    key="cases.subscribers",
    title="订阅系统",
    columns=(
        Column("title", "系统"),
        Column("organisation", "部门"),
        Column("ended_at", "状态", show=_standing),
        Column("address", "接收地址"),
        Column("made_at", "登记时间"),
    ),
    orders=(Order("latest", "最新在前", ("-id",)),),
    search=("title__contains", "organisation__name__contains"),
    search_hint="系统或者部门的名称",
    empty="还没有订阅系统",
    empty_advice="部门自己的业务系统要及时知道办件走到哪一步，可以在这里登记一个接收地址。",
)
POSTINGS = Listing(
    key="cases.postings",
    title="事件推送",
    columns=(
        Column("case", "办件"),
        Column("phase", "阶段", value=lambda one: Phase[one.content["phase"]].value),
        Column("state", "状态", value=Posting.get_state_display, show=_state),
        Column("attempts", "推送次数"),
        Column("made_at", "发生时间"),
        Column(
            "due_at", "下次推送", value=lambda one: one.due_at if one.state == Posting.State.WAITING else None
        ),
        Column("answer", "最近一次答复"),
        Column("key", "标识", chosen=False),
    ),
    orders=(Order("latest", "最新在前", ("-id",)), Order("earliest", "最早在前", ("id",))),
    filters=(
        Choice("state", "状态", tuple(Posting.State.choices)),
        DayRange("made_at", "发生时间", moments=True),
    ),
    search=("case__number",),
    search_hint="办件编号",
    empty="还没有推送过",
    empty_advice="这个部门的办件每走一步，会在这里看到推送的结果。",
)
