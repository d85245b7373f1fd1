"""Forms of the extraction: which document is read, and how a proposal is put right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from guangyue.kit.calendar.forms import DayField
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import TaskProposal
from guangyue.tasks.proposed import Proposed, ProposedUnit, with_due
from guangyue.tasks.reading.names import is_collective
from guangyue.tasks.services.extracting import organisations_of
from guangyue.tasks.states import Role

ROLES = [(one.name, one.value) for one in Role]
MOST_UNITS = 80


class ExtractionForm(forms.Form):
    """抽取: a document of the library by its number, or a file."""

    number = forms.CharField(
        label="文号", max_length=60, widget=forms.TextInput(attrs={"list": "numbers", "autocomplete": "off"})
    )
    file = forms.FileField(
        label="正文文件",
        required=False,
        help_text="不传，就读政策库里的这件公文；也可以传 Word（.docx）、带文字的 PDF 或者文本文件。",
    )
    day = DayField(label="印发日期", required=False, help_text="不填，就用正文落款的日期。")
    horizon = DayField(
        label="文件期限",
        required=False,
        help_text="没有写明时限的任务随它到期。不填，就用标题里的年份，如“2020年工作方案”到2020年底。",
    )


class CorrectionForm(forms.Form):
    """更正: everything of a proposal but its units."""

    text = forms.CharField(label="任务内容", widget=forms.Textarea(attrs={"rows": 5}), max_length=20_000)
    leaders = forms.CharField(label="牵头领导", max_length=200, required=False, help_text="几位用顿号隔开。")
    due_on = DayField(label="完成时限", required=False, help_text="不填，表示没有时限。")
    recurring = forms.BooleanField(label="每年都要完成", required=False)
    strength = forms.CharField(label="力度用语", max_length=20, required=False, help_text="如：力争、基本。")

    @classmethod
    def initial_of(cls, said: Proposed) -> dict[str, Any]:
        return {
            "text": said.text,
            "leaders": "、".join(said.leaders),
            "due_on": said.due_on,
            "recurring": said.recurring,
            "strength": said.strength,
        }


class UnitForm(forms.Form):
    """单位: the name as it is printed, and which organisation that is."""

    role = forms.ChoiceField(label="角色", choices=ROLES)
    name = forms.CharField(label="原文名称", max_length=120)
    organisation = forms.CharField(
        label="机构",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
    )
    qualifier = forms.CharField(label="限定", max_length=40, required=False)
    left_out = forms.BooleanField(label="去掉", required=False)


UnitForms = forms.formset_factory(UnitForm, extra=2, max_num=MOST_UNITS, absolute_max=MOST_UNITS)


def units_initial(said: Proposed) -> list[dict[str, Any]]:
    names = dict(Organisation.objects.filter(pk__in=_known(said)).values_list("pk", "name"))
    return [
        {
            "role": unit.role.name,
            "name": unit.name,
            "organisation": names.get(unit.organisation, "") if unit.organisation else "",
            "qualifier": unit.qualifier,
        }
        for unit in said.units
    ]


def corrected_by(form: CorrectionForm, rows: Any, proposal: TaskProposal, *, on: date) -> Proposed:
    """What the filled-in forms say; the problems of the reading are settled with it."""
    before, data = proposal.says, form.cleaned_data
    leaders = tuple(name.strip() for name in data["leaders"].replace("，", "、").split("、") if name.strip())
    said = replace(
        before,
        text=data["text"],
        leaders=leaders,
        units=tuple(_units(rows, before, on)),
        recurring=data["recurring"],
        strength=data["strength"],
        problems=(),
    )
    return with_due(said, data["due_on"], before)


def _units(rows: Any, before: Proposed, on: date) -> Iterator[ProposedUnit]:
    filled = [row.cleaned_data for row in rows if row.cleaned_data.get("name")]
    kept = [row for row in filled if not row["left_out"]]
    meant = {row["organisation"] or row["name"] for row in kept}
    organisations = organisations_of(meant, on=on)
    inherited = {(unit.name, unit.role) for unit in before.units if unit.inherited}
    for row in kept:
        role, name = Role[row["role"]], row["name"]
        organisation = organisations.get(row["organisation"] or name)
        yield ProposedUnit(
            name=name,
            role=role,
            qualifier=row["qualifier"],
            collective=organisation is None and is_collective(name),
            inherited=(name, role) in inherited,
            organisation=organisation,
        )


def _known(said: Proposed) -> set[int]:
    return {unit.organisation for unit in said.units if unit.organisation}
