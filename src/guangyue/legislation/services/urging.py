"""催办: 市司法局 tells whoever drafts that time runs out, and that it did stands on the project."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.wording import day
from guangyue.legislation.models import LawProject
from guangyue.legislation.refusals import NotThisWay
from guangyue.legislation.roads import URGE, Hand
from guangyue.legislation.services.moving import hold, note_move
from guangyue.legislation.services.telling import tell_drafters


@transaction.atomic
def urge_project(*, project: LawProject, by: User, at: datetime) -> int:
    """How many heard it."""
    project = hold(project)
    if project.is_over:
        raise NotThisWay
    due = f"完成时限是{day(project.due)}，" if project.due else ""
    body = f"{due}现在是“{project.get_state_display()}”，请尽快推进，为审查、审批留出时间。"
    note_move(
        project,
        URGE,
        source=project.state,
        hand=Hand.OVERSEER,
        on=localdate(at),
        record="",
        said=body,
        by=by,
        at=at,
    )
    return tell_drafters(project, title=f"立法项目催办：{project}", body=body, key=f"urge-{at:%s}", at=at)
