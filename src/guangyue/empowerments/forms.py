"""What people fill in about powers."""

from typing import Any

from django import forms

from guangyue.empowerments.models import Empowerment, GrantingDocument, State
from guangyue.empowerments.models.empowerments import MODES
from guangyue.empowerments.models.papers import KIT_PARTS
from guangyue.empowerments.modes import WAYS, KitPart, Mode, Piece
from guangyue.empowerments.services.conferring import Granted
from guangyue.empowerments.services.papers import Terms
from guangyue.matters.declaration import PowerKind
from guangyue.matters.models import KINDS
from guangyue.organisations.forms import DayField
from guangyue.organisations.models import Organisation

LINES = forms.Textarea(attrs={"rows": 3})


class PowersField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """赋权 that one paper is for."""

    def __init__(self) -> None:
        super().__init__(
            Empowerment.objects.none(),
            label="用于哪些赋权",
            widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
            error_messages={"required": "请至少选一项赋权。"},
        )

    def label_from_instance(self, obj: Empowerment) -> str:
        return f"{obj.name}（{obj.code}）"


class ForPowers(forms.Form):
    """A paper of several powers, all from one department to one body."""

    def __init__(self, *arguments: Any, powers: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["empowerments"]
        assert isinstance(field, PowersField)
        field.queryset = powers


class AgreementForm(ForPowers):
    """委托协议, with its four parts."""

    number = forms.CharField(label="协议编号", max_length=60)
    empowerments = PowersField()
    basis = forms.CharField(label="委托依据", max_length=300, widget=LINES)
    matters = forms.CharField(label="委托事项", max_length=1000, widget=LINES)
    powers = forms.CharField(label="委托权限", max_length=500, widget=LINES)
    duties = forms.CharField(label="双方权利和义务", max_length=2000, widget=LINES)
    signed_on = DayField(label="签订日期")
    through = DayField(label="有效期至", required=False, help_text="没有期限的不填；到期以后，赋权停用")
    upload = forms.FileField(label="协议文本", required=False, help_text="PDF、Word 或者照片")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        first, last = said.get("signed_on"), said.get("through")
        if first and last and last < first:
            self.add_error("through", "有效期不能早于签订日期。")
        return said

    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(said["basis"], said["matters"], said["powers"], said["duties"])


class SealForm(ForPowers):
    number = forms.CharField(label="印章编号", max_length=60)
    empowerments = PowersField()
    on = DayField(label="发放日期")


class PermissionForm(ForPowers):
    account = forms.CharField(label="平台账号或者岗位", max_length=60)
    empowerments = PowersField()
    on = DayField(label="开通日期")


class AnnouncementForm(ForPowers):
    place = forms.CharField(
        label="在何处公告", max_length=120, help_text="本部门门户网站，和其他易为公众知悉的方式"
    )
    address = forms.URLField(label="网址", max_length=300, required=False, assume_scheme="https")
    empowerments = PowersField()
    on = DayField(label="公告日期")


class KitForm(ForPowers):
    part = forms.ChoiceField(label="完成了哪一项", choices=KIT_PARTS)
    empowerments = PowersField()
    on = DayField(label="完成日期")
    remark = forms.CharField(label="说明", max_length=200, required=False)

    def clean_part(self) -> KitPart:
        return KitPart[self.cleaned_data["part"]]


class EndingForm(forms.Form):
    on = DayField(label="自何日起")
    because = forms.CharField(label="缘由", max_length=200, widget=LINES)


class UndertakingForm(forms.Form):
    on = DayField(label="承接之日")


class SuspensionForm(forms.Form):
    on = DayField(label="自何日起停用")
    said = forms.CharField(label="理由", max_length=280, widget=LINES)


class WithdrawalForm(forms.Form):
    """收回."""

    on = DayField(label="收回之日", help_text="当天起不再受理新的办件")
    said = forms.CharField(
        label="收回的决定和理由", max_length=280, widget=LINES, help_text="写明决定的文号或者会议"
    )
    open_cases = forms.ChoiceField(
        label="已经受理的办件",
        choices=Empowerment.OpenCases.choices,
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )


class ProposalForm(forms.Form):
    """拟赋权 of one matter."""

    document = forms.ModelChoiceField(GrantingDocument.objects.all(), label="赋权文件", empty_label=None)
    code = forms.CharField(label="事项编码", max_length=40)
    name = forms.CharField(label="事项名称", max_length=200)
    kind = forms.ChoiceField(label="权力类型", choices=KINDS)
    mode = forms.ChoiceField(label="赋权方式", choices=MODES)
    described = forms.CharField(label="其他方式的说明", max_length=200, required=False)
    department = forms.ModelChoiceField(Organisation.objects.none(), label="赋权部门")
    body = forms.ModelChoiceField(Organisation.objects.none(), label="承接主体")
    remark = forms.CharField(
        label="备注",
        max_length=300,
        required=False,
        help_text="只赋一部分的，写明是哪一部分，如：总平面图审查除外",
    )
    reserved = forms.BooleanField(label="法律、法规、规章规定由市级以上实施", required=False)
    reserved_reason = forms.CharField(label="不以委托方式的理由", max_length=200, required=False)

    def __init__(self, *arguments: Any, departments: Any, bodies: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name, rows in (("department", departments), ("body", bodies)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def granted(self) -> Granted:
        said = self.cleaned_data
        others = ("code", "name", "department", "body", "remark", "described", "reserved", "reserved_reason")
        return Granted(
            kind=PowerKind[said["kind"]],
            mode=Mode[said["mode"]],
            **{name: said[name] for name in others},
        )


def powers_beside(empowerment: Empowerment, piece: Piece | None, *, among: Any) -> Any:
    """What one paper may be for together with this: the same department, the same body, not withdrawn; of a
    piece, or of the kit, only those whose way of granting asks for it."""
    beside = among.filter(department=empowerment.department, body=empowerment.body)
    beside = beside.exclude(state__in=(State.PROPOSED, State.WITHDRAWN))
    asking = [mode.name for mode, way in WAYS.items() if (piece in way.needs if piece else way.kit)]
    return beside.filter(mode__in=asking)
