"""报送监管行为: what a visit found is in the pool of supervision as soon as it is entered here, item by item.

By then the unit knows of the visit itself; whom a batch has still to visit stays where it was.
"""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.acts import SOURCE, act_of, visit_in
from guangyue.inspections.models import Visit
from guangyue.jobs.declarations import job
from guangyue.supervision.models import RejectedAct
from guangyue.supervision.services.receiving import receive_act


@transaction.atomic
def hand_over(*, visit: Visit, by: User | None, at: datetime) -> None:
    """Once for each item, however often it is sent: a correction is another form of the same act. What the
    pool cannot take stands there as sent back, with its reason."""
    found = visit.findings.standing().select_related("item", "organisation", "visit__subject")
    for finding in found.order_by("pk"):
        receive_act(sent=act_of(finding), office=finding.organisation, by=by, at=at)


@job("inspections.hand_over_again", title="再报退回的检查")
def hand_over_again(*, at: datetime) -> None:
    """By now the catalogue may have the item, or the registry the place, that was missing."""
    waiting = RejectedAct.objects.open().filter(source=SOURCE).values_list("source_id", flat=True)
    for visit in Visit.objects.filter(number__in={visit_in(one) for one in waiting}).order_by("pk"):
        hand_over(visit=visit, by=None, at=at)
