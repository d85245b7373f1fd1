"""问哪一天: what the address says of the day asked about, and of when the figures were known."""

from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from django.http import QueryDict
from django.utils import timezone

from guangyue.policies.forms import AskedForm
from guangyue.systems.today import day_of_the_city


@dataclass(frozen=True)
class Question:
    """The day, the moment of knowledge, and the form they were read from."""

    form: AskedForm
    on: date
    known_at: datetime
    status: HTTPStatus

    @property
    def looks_back(self) -> bool:
        return bool(self.form.is_valid() and self.form.cleaned_data["known_on"])


def asked_of(sent: QueryDict) -> Question:
    """What makes no sense is said at its field, and the page answers for the city's day."""
    day, now = day_of_the_city(), timezone.now()
    form = AskedForm({"on": day.isoformat(), **sent.dict()})
    if not form.is_valid():
        return Question(form, day, now, HTTPStatus.UNPROCESSABLE_ENTITY)
    return Question(form, form.cleaned_data["on"] or day, form.known_at(now), HTTPStatus.OK)
