"""催办: whoever may decide is told of what is late, and units of promises that have run out."""

from datetime import datetime

from guangyue.accountability.models import Commitment, StepCase
from guangyue.accountability.permissions import DECIDE_STEPS, STATE_CASE
from guangyue.accounts.holdings import holders_of
from guangyue.jobs.declarations import job
from guangyue.kit.access import Permission
from guangyue.kit.clocks import local_day
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation


@job("accountability.chase_steps", title="催办追责事项和约谈承诺")
def chase_steps(*, at: datetime) -> None:
    """Each is told once that it is late."""
    for case in StepCase.objects.late(at).with_parts():
        _tell(
            DECIDE_STEPS,
            case.unit,
            title=f"追责事项{case.number}已经超过决定期限",
            body=f"{case}，请决定采取或者不采取。",
            link=case.get_absolute_url(),
            key=f"accountability.late-{case.pk}",
            at=at,
        )
    late = Commitment.objects.overdue(local_day(at)).select_related("interview__step__case__unit__region")
    for commitment in late:
        _tell(
            STATE_CASE,
            commitment.interview.step.case.unit,
            title=f"约谈承诺已经到期：{commitment.said}",
            body="请报告完成情况，附上佐证。",
            link=commitment.interview.get_absolute_url(),
            key=f"accountability.commitment-{commitment.pk}",
            at=at,
        )


def _tell(
    permission: Permission, unit: Organisation, *, title: str, body: str, link: str, key: str, at: datetime
) -> None:
    for user, scope in holders_of(permission, at=at):
        if scope.covers(region=unit.region_id, organisation=unit.pk):
            notify(to=user, title=title, body=body, link=link, key=key, at=at)
