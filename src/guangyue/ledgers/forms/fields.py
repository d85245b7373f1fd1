"""Form fields of ledgers: photos from a telephone, several at once, and the declared fields of a campaign."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from guangyue.ledgers.fields import NO, YES, FieldKind, LedgerField
from guangyue.organisations.forms import DayField

LONG = forms.Textarea(attrs={"rows": 3})
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
CHECKS = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
NOTHING = ("", "没有填写")
YES_NO = ((YES, YES), (NO, NO))


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """照片: each is looked into when it is kept."""

    def __init__(self, *, most: int, **options: Any) -> None:
        self.most = most
        picker = SeveralFiles(attrs={"accept": "image/*,application/pdf"})
        hint = f"照片或者 PDF，最多 {most} 个；手机上可以直接拍照，照片里的位置信息会自动去掉"
        super().__init__(**{"widget": picker, "required": False, "help_text": hint, **options})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list) else [data] if data else []
        if len(files) > self.most:
            raise forms.ValidationError(f"最多传 {self.most} 个文件。")
        if self.required and not files:
            raise forms.ValidationError("请选择文件。")
        return [super(PhotosField, self).clean(file) for file in files]


def form_field_of(field: LedgerField) -> forms.Field:
    """What a declared field is filled in with; what is required is asked for when the lists are handed in."""
    said: dict[str, Any] = {"label": field.title, "required": False, "help_text": field.hint or field.unit}
    match field.kind:
        case FieldKind.CHOICE:
            return forms.ChoiceField(choices=(NOTHING, *((one, one) for one in field.choices)), **said)
        case FieldKind.YES_NO:
            return forms.ChoiceField(choices=(NOTHING, *YES_NO), **said)
        case FieldKind.DAY:
            return DayField(**said)
        case FieldKind.NUMBER:
            return forms.DecimalField(min_value=0, max_digits=14, decimal_places=4, **said)
        case FieldKind.TEXT:
            return forms.CharField(max_length=field.longest, **said)


def offer(form: forms.Form, **rows: Any) -> None:
    """What may be chosen depends on who asks."""
    for name, queryset in rows.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset


def choose(form: forms.Form, **choices: Any) -> None:
    for name, offered in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)
        field.choices = [(one, one) for one in offered]
