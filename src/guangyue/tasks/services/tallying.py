"""汇总: how the assignments of a document stand, unit by unit."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Q

from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.tasks.models import AssignmentUnit, TaskDocument, TaskTally
from guangyue.tasks.models.assignments import in_light
from guangyue.tasks.states import Light, State


@transaction.atomic
def tally_document(*, document: TaskDocument, on: date) -> None:
    """What was counted before gives way."""
    TaskDocument.objects.select_for_update().get(pk=document.pk)
    TaskTally.objects.filter(document=document).delete()
    held = AssignmentUnit.objects.answering().filter(assignment__document=document, assignment__parent=None)
    kept = held.exclude(assignment__state=State.CANCELLED.name).values_list("organisation")
    counted = kept.annotate(
        total=Count("pk"),
        done=Count("pk", filter=Q(assignment__state=State.CLOSED.name)),
        on_track=_counted(Light.GREEN, on),
        behind=_counted(Light.YELLOW, on),
        overdue=_counted(Light.RED, on),
    )
    TaskTally.objects.bulk_create(
        TaskTally(
            document=document,
            organisation_id=organisation,
            total=total,
            done=done,
            on_track=on_track,
            behind=behind,
            overdue=overdue,
            on=on,
        )
        for organisation, total, done, on_track, behind, overdue in counted.order_by("organisation")
    )


@job("tasks.tally_nightly", title="汇总督查事项")
def tally_nightly(*, at: datetime) -> None:
    """Days pass, and lights turn, without anybody's doing."""
    for document in TaskDocument.objects.order_by("pk"):
        tally_document(document=document, on=local_day(at))


def _counted(light: Light, on: date) -> Count:
    return Count("pk", filter=in_light(light, on, of="assignment__"))
