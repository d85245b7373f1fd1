"""What people fill in about complaints: to raise one, to handle it, to say whether that was enough."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.organisations.models import Organisation
from guangyue.ratings.forms import LONG, RADIO
from guangyue.ratings.handling import FINDINGS, KINDS, Found, Grievance, Source
from guangyue.ratings.models import Hall
from guangyue.ratings.services.complaining import Raised

MOST_FILES = 5


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several at once; each is looked into when it is kept."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list) else [data] if data else []
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"最多传 {MOST_FILES} 个文件。")
        return [super(FilesField, self).clean(file) for file in files]


class ComplaintForm(forms.Form):
    """吐槽找茬: without a name it is looked into all the same."""

    kind = forms.ChoiceField(label="哪一类", choices=KINDS)
    hall = forms.ModelChoiceField(
        label="在哪个大厅", queryset=Hall.objects.all(), required=False, empty_label="不在大厅"
    )
    window = forms.CharField(label="几号窗口", max_length=10, required=False)
    unit = forms.ModelChoiceField(
        label="哪个部门",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="说不清",
        help_text="大厅和部门至少选一个",
    )
    number = forms.CharField(
        label="办件编号", max_length=24, required=False, help_text="有办件编号的，请填写，查得快。"
    )
    text = forms.CharField(
        label="怎么回事", max_length=2000, min_length=5, widget=forms.Textarea(attrs={"rows": 6})
    )
    evidence = FilesField(
        label="证据",
        required=False,
        help_text=f"照片、PDF、表格，最多 {MOST_FILES} 个；照片里的位置信息会自动去掉。",
    )
    name = forms.CharField(label="您的姓名", max_length=50, required=False)
    phone = forms.CharField(
        label="联系电话",
        max_length=20,
        required=False,
        help_text="只给核实的人看，不公开，也不给被反映的人看；不写也受理。",
    )
    source = Source.ONLINE

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Organisation.objects.apart_from_bodies().filter(
            kind__in=(Organisation.Kind.GOVERNMENT, Organisation.Kind.COUNTY, Organisation.Kind.ZONE)
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        number = given.get("number", "")
        if number and "number" not in self.errors:
            given["case"] = Case.objects.filter(number=number).first()
            if given["case"] is None:
                self.add_error("number", "没有这个办件编号，请核对，也可以不填。")
        elif not (given.get("hall") or given.get("unit")):
            self.add_error("hall", "请选一个大厅或者部门，说不清的选最近的大厅。")
        return given

    def raised(self) -> Raised:
        given = self.cleaned_data
        return Raised(
            kind=Grievance[given["kind"]],
            text=given["text"],
            hall=given["hall"],
            window=given["window"],
            unit=given["unit"],
            case=given.get("case"),
            name=given["name"],
            phone=given["phone"],
            source=Source[given["source"]] if "source" in given else self.source,
            publication=given.get("publication", ""),
        )


class TakenForm(ComplaintForm):
    """登记: what somebody said at the window or on the telephone, what the media found."""

    source = forms.ChoiceField(  # type: ignore[assignment]
        label="来源", choices=[(one.name, one.value) for one in Source if one is not Source.ONLINE]
    )
    publication = forms.CharField(
        label="刊播出处", max_length=200, required=False, help_text="媒体线索写明媒体、栏目、日期"
    )
    field_order = ("source", "publication", "kind", "hall", "window", "unit", "number", "text")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("source") == Source.MEDIA.name and not given.get("publication"):
            self.add_error("publication", "媒体线索要写明刊播出处。")
        return given


class FollowForm(forms.Form):
    """查询: by the number and the code that were given."""

    number = forms.CharField(label="吐槽编号", max_length=24)
    code = forms.CharField(label="查询码", max_length=8)

    def clean_number(self) -> str:
        return str(self.cleaned_data["number"]).strip().upper()

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()


class SatisfactionForm(forms.Form):
    satisfied = forms.TypedChoiceField(
        label="对答复",
        choices=(("yes", "满意"), ("no", "不满意，请换人再办")),
        coerce=lambda said: said == "yes",
        widget=RADIO,
    )
    said = forms.CharField(label="说明", max_length=500, required=False, widget=LONG)


class AssignForm(forms.Form):
    officer = forms.ModelChoiceField(label="承办人", queryset=User.objects.none())

    def __init__(self, *arguments: Any, officers: QuerySet[User], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["officer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = officers


class AnswerForm(forms.Form):
    found = forms.TypedChoiceField(
        label="结论", choices=FINDINGS, coerce=lambda said: Found[said], widget=RADIO
    )
    correction = forms.CharField(
        label="整改", max_length=1000, required=False, widget=LONG, help_text="属实、部分属实和媒体线索必须写"
    )
    reply = forms.CharField(label="给反映人的答复", max_length=1000, widget=LONG)


class PassOnForm(forms.Form):
    receipt = forms.CharField(label="12345 回执编号", max_length=40)
    reply = forms.CharField(label="给反映人的答复", max_length=1000, widget=LONG)
