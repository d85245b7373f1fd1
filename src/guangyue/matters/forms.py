"""What people look for in the catalogue."""

from typing import Any

from django import forms

from guangyue.matters.declaration import Audience, Flag, PowerKind
from guangyue.matters.models import MatterQuerySet
from guangyue.matters.releasing import FIELDS_OF_LIFE, GROUPS_OF_LIFE
from guangyue.organisations.models import Organisation

ANY = [("", "不限")]
WHO = [(Audience.PERSON.name, "个人"), (Audience.FIRM.name, "企业和单位")]
LONGEST = 50


class CatalogueForm(forms.Form):
    """查找事项."""

    q = forms.CharField(label="办什么", max_length=LONGEST, required=False)
    who = forms.ChoiceField(label="谁来办", choices=ANY + WHO, required=False)
    department = forms.ChoiceField(label="部门", choices=ANY, required=False)
    kind = forms.ChoiceField(
        label="类型", choices=ANY + [(one.name, one.value) for one in PowerKind], required=False
    )
    field = forms.ChoiceField(
        label="领域和群体",
        choices=ANY + [(one, one) for one in (*FIELDS_OF_LIFE, *GROUPS_OF_LIFE)],
        required=False,
    )
    flag = forms.ChoiceField(
        label="标签", choices=ANY + [(one.name, one.value) for one in Flag], required=False
    )

    def __init__(self, *arguments: Any, matters: MatterQuerySet, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.matters = matters
        owners = Organisation.objects.filter(pk__in=matters.values("owner")).order_by("name")
        department = self.fields["department"]
        assert isinstance(department, forms.ChoiceField)
        department.choices = [*ANY, *((one.key, one.name) for one in owners)]
        self.fields["q"].widget.attrs.update(type="search", placeholder="如：开饭店、落户、公积金")

    def found(self) -> MatterQuerySet:
        """Of the catalogue what was asked for, the likeliest first."""
        said = self.cleaned_data
        rows = self.matters
        if said["who"]:
            rows = rows.filter(audience__in=(said["who"], Audience.BOTH.name))
        if said["department"]:
            rows = rows.filter(owner__key=said["department"])
        if said["kind"]:
            rows = rows.filter(kind=said["kind"])
        if said["field"]:
            rows = rows.filter(field_of_life=said["field"])
        if said["flag"]:
            rows = rows.filter(flags__contains=[said["flag"]])
        return rows.found(said["q"]) if said["q"] else rows.order_by("name", "pk")

    @property
    def asks(self) -> bool:
        """Whether anything was asked for at all."""
        return any(self.data.get(name) for name in self.fields)
