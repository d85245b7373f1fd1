"""填写: the form of a draft without what the registers know, for pages and programs alike."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guangyue.cases.forms import ContactForm, DeclaredForm
from guangyue.cases.intake import Known, asked_form, known_answers
from guangyue.cases.models import Case
from guangyue.cases.services.drafting import Filled
from guangyue.systems.today import day_of_the_city


@dataclass(frozen=True)
class Filling:
    """填写的一步: what is known, the form that asks the rest, and how to reach the applicant."""

    case: Case
    known: list[Known]
    form: DeclaredForm
    contact: ContactForm

    def is_valid(self) -> bool:
        valid = [self.form.is_valid(), self.contact.is_valid()]  # both, so that each says what is wrong
        return all(valid)

    def filled(self) -> Filled:
        """After `is_valid`, whatever it said."""
        known = self.known_now()
        return Filled(
            answers={**known.answers, **self.form.kept()},
            sources=known.sources,
            phone=self.contact.cleaned_data.get("phone", ""),
        )

    def known_now(self) -> Filled:
        """What the registers say, for a case whose form was kept before."""
        return Filled(
            answers={one.field.key: one.value for one in self.known},
            sources={one.field.key: one.source for one in self.known},
        )

    def is_filled(self) -> bool:
        """Whether what was kept leaves nothing open that must be answered."""
        answers, asked = self.case.answers, self.form.declared.values()
        return bool(self.case.phone) and all(
            answers.get(one.key) is not None for one in asked if one.required
        )


def filling_of(case: Case, *, data: Any = None, whole: bool = False, at: datetime) -> Filling:
    applicant = case.person or case.firm
    known = known_answers(case.declared, case.situation, applicant, on=day_of_the_city(), at=at)
    account = applicant.account if applicant else None
    phone = case.phone or (account.phone if account and account.phone else "")
    return Filling(
        case=case,
        known=known,
        form=asked_form(case, known, data=data, whole=whole),
        contact=ContactForm(data, phone=phone, whole=whole),
    )
