"""答复: no complaint ends without one; whoever is not satisfied is heard once more, by somebody else."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from guangyue.accounts.models import User
from guangyue.cases.models.refusing import Veto
from guangyue.jobs.declarations import job
from guangyue.kit.masks import find_unmasked
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.ratings.handling import Found, Grievance, Refusal, Source, needs_correction, reply_due
from guangyue.ratings.models import Complaint, Extension, Handling, Violation
from guangyue.ratings.refusals import DoneAlready, ExtendedAlready, NotYours, NotYourself
from guangyue.ratings.services.complaining import hold, note, refuse_accused
from guangyue.ratings.services.telling import tell_officer, tell_reporters

ARCHIVED_AFTER = timedelta(days=10)  # when the person says nothing more
CHASED = "催办"


@transaction.atomic
def answer_complaint(
    *, complaint: Complaint, found: Found, correction: str, reply: str, by: User, at: datetime
) -> Complaint:
    complaint = hold(complaint)
    refuse_accused(complaint, by)
    if not complaint.is_open:
        raise DoneAlready
    if complaint.state == Complaint.State.AGAIN and complaint.replied_by_id == by.pk:
        raise NotYours
    if needs_correction(Source[complaint.source], found) and not correction:
        raise Refused("要写明怎样整改。", field="correction")
    if any(find_unmasked(reply, on=at.date())):
        raise Refused("答复里有完整的公民身份号码，请把中间的数字改成星号。", field="reply")
    complaint.finding, complaint.correction, complaint.reply = found.name, correction, reply
    complaint.replied_by, complaint.replied_at = by, at
    complaint.state = Complaint.State.ANSWERED
    complaint.save()
    note(complaint, "答复", found.value, by=by, at=at)
    _find_violation(complaint, found, by=by, at=at)
    tell_reporters(complaint, title=f"吐槽 {complaint.number} 已经答复", key=f"reply-{at:%s}", at=at)
    return complaint


@transaction.atomic
def say_satisfied(*, complaint: Complaint, satisfied: bool, said: str, at: datetime) -> Complaint:
    """满意、不满意: said once after each answer by whoever complained; sent back at most once."""
    complaint = hold(complaint)
    if complaint.state != Complaint.State.ANSWERED:
        raise DoneAlready
    complaint.satisfied = satisfied
    note(complaint, "满意" if satisfied else "不满意", said, by=None, at=at)
    if satisfied or complaint.handled_again:
        complaint.state = Complaint.State.CLOSED
    else:
        complaint.state, complaint.handled_again = Complaint.State.AGAIN, True
        complaint.officer, complaint.clock_from, complaint.extended = None, at, False
        complaint.due = reply_due(at, extended=False, calendar=HolidayNotice.objects.calendar()).moment
    complaint.save()
    return complaint


@transaction.atomic
def ask_extension(*, complaint: Complaint, reason: str, by: User, at: datetime) -> Extension:
    complaint = hold(complaint)
    if not complaint.is_open:
        raise DoneAlready
    if Extension.objects.filter(complaint=complaint).exists():
        raise ExtendedAlready
    note(complaint, "申请延期", reason, by=by, at=at)
    return Extension.objects.create(complaint=complaint, reason=reason, asked_by=by, asked_at=at)


@transaction.atomic
def decide_extension(*, extension: Extension, granted: bool, by: User, at: datetime) -> Extension:
    """By the head of the unit, never by whoever asked."""
    extension = Extension.objects.select_for_update().get(pk=extension.pk)
    complaint = hold(extension.complaint)
    if extension.decided_at or not complaint.is_open:
        raise DoneAlready
    if extension.asked_by_id == by.pk:
        raise NotYourself
    extension.granted, extension.decided_by, extension.decided_at = granted, by, at
    extension.save()
    if granted:
        complaint.extended = True
        calendar = HolidayNotice.objects.calendar()
        complaint.due = reply_due(complaint.clock_from, extended=True, calendar=calendar).moment
        complaint.save()
    note(complaint, "同意延期" if granted else "不同意延期", by=by, at=at)
    return extension


@job("ratings.keep_complaints_going", title="催办吐槽，归档已答复的")
def keep_complaints_going(*, at: datetime) -> None:
    """Each that is late is chased once, and once more when it is handled again and late again; what was
    answered and not objected to is archived."""
    chased = Handling.objects.filter(complaint=OuterRef("pk"), what=CHASED, at__gte=OuterRef("clock_from"))
    for complaint in Complaint.objects.overdue(at).filter(~Exists(chased)).select_related("officer"):
        note(complaint, CHASED, "超过答复期限", by=None, at=at)
        tell_officer(complaint, title=f"吐槽 {complaint.number} 已经超期", key="late", at=at)
    silent = Complaint.objects.filter(
        state=Complaint.State.ANSWERED, replied_at__lt=at - ARCHIVED_AFTER
    ).select_for_update()
    with transaction.atomic():
        for complaint in silent:
            complaint.state = Complaint.State.CLOSED
            complaint.save(update_fields=["state"])
            note(complaint, "归档", "十天内没有提出不满意", by=None, at=at)


def _find_violation(complaint: Complaint, found: Found, *, by: User, at: datetime) -> None:
    """R12: 拒绝受理 that is true, and of which no decision knows."""
    if Grievance[complaint.kind] is not Grievance.REFUSED or found is Found.UNTRUE:
        return
    if complaint.case is None:
        decided = False
    else:
        decided = complaint.case.vetoes.filter(ruling=Veto.Ruling.REFUSE).exists()
    if Refusal(decided=decided).is_violation:
        Violation.objects.get_or_create(
            complaint=complaint,
            defaults={"person": complaint.accused, "unit": complaint.unit, "found_by": by, "found_at": at},
        )
