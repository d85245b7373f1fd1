"""一张表单: what the registers know of what all the matters ask, and the form that asks the rest once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.bundles.models import BundleCase
from guangyue.bundles.services.combining import combination_of
from guangyue.cases.forms import ContactForm, DeclaredForm
from guangyue.cases.intake import Known, known_fields
from guangyue.systems.today import day_of_the_city


@dataclass(frozen=True)
class Filling:
    """What is known, the form that asks the rest once, and how to reach the applicant."""

    known: list[Known]
    form: DeclaredForm
    contact: ContactForm

    def is_valid(self) -> bool:
        valid = [self.form.is_valid(), self.contact.is_valid()]
        return all(valid)

    def answers(self) -> dict[str, Any]:
        return {one.field.key: one.value for one in self.known} | self.form.kept()

    def sources(self) -> dict[str, str]:
        return {one.field.key: one.source for one in self.known}

    def phone(self) -> str:
        return str(self.contact.cleaned_data.get("phone", ""))


def filling_of(bundle: BundleCase, *, data: Any = None, whole: bool = True, at: datetime) -> Filling:
    fields = [one.field for one in combination_of(bundle.version, bundle.situation).merged.fields]
    applicant = bundle.person or bundle.firm
    known = known_fields(fields, applicant, on=day_of_the_city(), at=at)
    answered = {one.field.key for one in known}
    account = applicant.account if applicant else None
    return Filling(
        known=known,
        form=DeclaredForm(
            [one for one in fields if one.key not in answered],
            data=data,
            answers=bundle.answers,
            whole=whole,
        ),
        contact=ContactForm(
            data, phone=bundle.phone or (account.phone if account and account.phone else ""), whole=whole
        ),
    )


def is_filled(bundle: BundleCase, filling: Filling) -> bool:
    """Whether what was kept leaves nothing open that must be answered."""
    asked = filling.form.declared.values()
    return bool(bundle.phone) and all(
        bundle.answers.get(one.key) is not None for one in asked if one.required
    )
