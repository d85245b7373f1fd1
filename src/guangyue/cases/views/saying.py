"""What is posted beside a case, read by its form; the first thing that is wrong is said."""

from typing import Any

from django import forms
from django.http import HttpRequest

from guangyue.cases.forms import SayingForm
from guangyue.kit.refusals import Refused


def said_in(request: HttpRequest, *, longest: int, required: bool = False) -> str:
    """理由或者说明, as long as the case keeps it; mostly the service says whether there must be any."""
    return str(read(SayingForm(request.POST, longest=longest, required=required))["said"])


def read(form: forms.Form) -> dict[str, Any]:
    if form.is_valid():
        return form.cleaned_data
    field, errors = next(iter(form.errors.items()))
    label = form.fields[field].label if field in form.fields else ""
    raise Refused(f"{label}：{errors[0]}" if label else str(errors[0]), field=field)
