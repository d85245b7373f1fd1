"""检查作为监管行为: what the pool of supervision is told of each item of a visit, and what it made of it."""

from django.db.models import QuerySet

from guangyue.inspections.models import Finding, Visit
from guangyue.kit.clocks import local_day
from guangyue.kit.identities import CreditCode, Malformed
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import RejectedAct, SupervisionAct
from guangyue.supervision.sending import SentAct

SOURCE = "inspections"
LONGEST_RESULT, LONGEST_OFFICERS = 500, 100  # as the pool keeps them


def act_of(finding: Finding) -> SentAct:
    """The number of the visit and the item say which act it is; the catalogue knows the item by the code of
    the provincial list."""
    visit, item = finding.visit, finding.item
    assert visit.done_at is not None
    team = visit.members.filter(inspector__organisation=finding.organisation_id)
    officers = "、".join(team.values_list("inspector__name", flat=True))
    result = "：".join(filter(None, (finding.of_result.value, finding.said)))
    batch = visit.batch_for(item)
    return SentAct(
        source=SOURCE,
        source_id=f"{visit.number}-{finding.item_id or 0}",
        item_code=item.province_code if item else "",
        subject_kind=_kind_of(visit.subject.number),
        subject=visit.subject.number,
        subject_name=visit.subject.name,
        day=local_day(visit.done_at),
        kind=ItemKind.INSPECTION,
        result=result[:LONGEST_RESULT],
        officers=officers[:LONGEST_OFFICERS],
        batch=batch.number if batch else "",
        ground="" if batch else visit.ground,
    )


def visit_in(source_id: str) -> str:
    """The number of the visit in what the pool knows an act by."""
    return source_id.rpartition("-")[0]


def acts_of(visit: Visit) -> QuerySet[SupervisionAct]:
    """What the pool took."""
    rows = SupervisionAct.objects.filter(source=SOURCE, source_id__startswith=f"{visit.number}-")
    return rows.select_related("item").order_by("pk")


def sent_back_of(visit: Visit) -> QuerySet[RejectedAct]:
    """What the pool could not take yet."""
    rows = RejectedAct.objects.open().filter(source=SOURCE, source_id__startswith=f"{visit.number}-")
    return rows.order_by("pk")


def _kind_of(number: str) -> SubjectKind:
    """Who has no 统一社会信用代码 is known as a place, or not at all."""
    try:
        CreditCode.parse(number)
    except Malformed:
        return SubjectKind.PLACE
    return SubjectKind.FIRM
