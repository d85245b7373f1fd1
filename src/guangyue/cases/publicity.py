"""办件公示: which matter, which case, with what result; of a person the surname, of nobody a number."""

from guangyue.cases.lists import NUMBER, OfMatter
from guangyue.cases.models import Case
from guangyue.cases.models.case import OUTCOMES, CaseQuerySet
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order


def made_public() -> CaseQuerySet:
    """Decided: whatever is still under way is between the applicant and the office."""
    rows = Case.objects.exclude(outcome="").select_related("version__matter", "unit")
    return rows.defer("answers", "sources", "version__declaration")


PUBLIC_CASES = Listing(
    key="cases.public",
    title="办件公示",
    columns=(
        NUMBER,
        Column("title", "事项"),
        Column("applicant", "申请人", value=lambda case: case.masked_name),
        Column("unit", "决定机关", value=lambda case: case.unit.name),
        Column("outcome", "结果", value=Case.get_outcome_display),
        Column("decided_at", "决定时间"),
    ),
    orders=(
        Order("newest", "后决定的在前", ("-decided_at",), column="decided_at"),
        Order("oldest", "先决定的在前", ("decided_at",), column="decided_at"),
    ),
    filters=(
        OfMatter(),
        Choice("outcome", "结果", tuple(OUTCOMES)),
        DayRange("decided_at", "决定时间", moments=True),
    ),
    search=("number__startswith",),
    search_hint="办件编号",
    empty="还没有公示的办件",
    empty_advice="办件作出决定以后，结果在这里公开。",
    link=lambda case: "",
)
