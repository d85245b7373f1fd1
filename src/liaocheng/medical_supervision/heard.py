"""投诉举报 about an institution, beside its credit; who complained is never among what is shown."""

from collections.abc import Iterator

from guangyue.cases.flow import Outcome
from guangyue.cases.models import Case
from guangyue.cases.permissions import SEE_CASES
from guangyue.credit.beside import Beside, Line
from guangyue.credit.models import CreditSubject
from guangyue.kit.access import Scope, needs
from liaocheng.medical_supervision.complaints import MATTER

MOST_SHOWN = 50
FOUND = {Outcome.GRANTED.name: "查实", Outcome.REFUSED.name: "查无实据", "": "在办"}


@needs(SEE_CASES)
def complaints_about(subject: CreditSubject, *, scope: Scope) -> Iterator[Beside]:
    """By the name that whoever complained wrote down."""
    rows = Case.objects.handed_in().within(scope).filter(version__matter__code=MATTER.code)
    named = rows.filter(answers__institution=subject.name).select_related("flow").order_by("-pk")
    lines = [
        Line(
            (one.number, one.handed_in_at, one.at_step.title, FOUND[one.outcome]),
            one.get_absolute_url(),
        )
        for one in named[:MOST_SHOWN]
    ]
    yield Beside("群众投诉举报", ("编号", "登记时间", "环节", "处理"), lines)
