"""群众举报: taken in with a receipt, answered, and made a problem of without saying who reported it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.ledgers.flow import Ground, State
from guangyue.ledgers.models import Campaign, Problem, Tip
from guangyue.ledgers.refusals import AnsweredAlready
from guangyue.ledgers.services.watching import reopen_problem
from guangyue.notifications.services import notify
from guangyue.organisations.models import Region

MOST_FILES = 5


@dataclass(frozen=True)
class TipSaid:
    """What is reported, and by whom as far as he says."""

    region: Region
    place: str
    text: str
    campaign: Campaign | None = None
    reporter: str = ""
    phone: str = ""


@transaction.atomic
def take_tip(
    *, said: TipSaid, files: "Sequence[UploadedFile[bytes]]" = (), by: User | None, at: datetime
) -> Tip:
    if len(files) > MOST_FILES:
        raise Refused(f"最多传 {MOST_FILES} 个文件。", field="photos")
    kept = [keep_file(upload=upload, by=by, at=at, field="photos") for upload in files]
    tip = Tip.objects.create(
        **vars(said),
        number=next_number("JB", "ledgers_tip_number", at=at),
        code=new_check_code(),
        by=by,
        received_at=at,
    )
    tip.files.set(kept)
    return tip


@transaction.atomic
def make_problem_of(*, tip: Tip, problem: Problem, by: User, at: datetime) -> Tip:
    """立为问题: one that is there already, which is begun anew where it was cleared (R4, R16)."""
    held = _held(tip)
    held.problem = problem
    held.save(update_fields=["problem"])
    if problem.in_state is State.SIGNED_OFF:
        reason = "群众举报，经核实问题又出现。"
        reopen_problem(problem=problem, ground=Ground.TIP, reason=reason, by=by, at=at)
    return held


@transaction.atomic
def answer_tip(*, tip: Tip, answer: str, by: User, at: datetime) -> Tip:
    held = _held(tip)
    held.answer, held.answered_by, held.answered_at = answer, by, at
    held.save()
    if held.by is not None:
        title = f"您的举报 {held.number} 已经答复"
        notify(to=held.by, title=title, body=answer, link="", key=f"ledgers.tip.{held.number}", at=at)
    return held


def _held(tip: Tip) -> Tip:
    held = Tip.objects.select_for_update(of=("self",)).select_related("by").get(pk=tip.pk)
    if held.answered_at:
        raise AnsweredAlready
    return held
