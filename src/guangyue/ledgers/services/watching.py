"""抽查和复发: what was cleared is looked at again; what is found alive is begun anew, with its history."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import Ground, State
from guangyue.ledgers.models import Campaign, Photo, Problem, Reopening, Sampled, Sampling
from guangyue.ledgers.refusals import WrongStep
from guangyue.ledgers.services.moving import hold, move, note
from guangyue.ledgers.services.registering import settle_long_stop
from guangyue.ledgers.services.working import add_photos

MOST_SAMPLED = 200


@transaction.atomic
def open_sampling(
    *,
    campaign: Campaign,
    kind: Sampling.Kind,
    title: str,
    problems: Sequence[Problem],
    by: User,
    at: datetime,
) -> Sampling:
    if not problems:
        raise Refused("没有可以抽查的问题。", field="many")
    if len(problems) > MOST_SAMPLED:
        raise Refused(f"一个批次最多 {MOST_SAMPLED} 个问题。", field="many")
    sampling = Sampling.objects.create(
        number=next_number("CC", "ledgers_sampling_number", at=at),
        kind=kind,
        campaign=campaign,
        title=title,
        by=by,
        at=at,
    )
    Sampled.objects.bulk_create(Sampled(sampling=sampling, problem=problem) for problem in problems)
    return sampling


@transaction.atomic
def record_sample(
    *,
    sampled: Sampled,
    result: Sampled.Result,
    said: str,
    checked_on: date,
    photos: "Sequence[UploadedFile[bytes]]" = (),
    by: User,
    at: datetime,
) -> Sampled:
    """录入一个抽查结果: what failed after its clearing is reopened in the same breath (R16)."""
    rows = Sampled.objects.select_for_update(of=("self",)).select_related("problem", "sampling")
    held = rows.get(pk=sampled.pk)
    if held.result:
        raise WrongStep
    if not local_day(held.sampling.at) <= checked_on <= local_day(at):
        raise Refused("检查日期在批次建立以后、今天以前。", field="checked_on")
    held.result, held.said, held.checked_on, held.by, held.at = result, said, checked_on, by, at
    held.save()
    add_photos(problem=held.problem, uploads=photos, moment=Photo.Moment.CHECK, by=by, at=at)
    note(held.problem, held.sampling.get_kind_display(), by=by, at=at, said=f"{result.label}：{said}")
    cleared = Problem.objects.get(pk=held.problem.pk).in_state is State.SIGNED_OFF
    if cleared and result is not Sampled.Result.HOLDS:
        reopen_problem(problem=held.problem, ground=Ground.SAMPLE, reason=said, by=by, at=at)
    return held


@transaction.atomic
def reopen_problem(*, problem: Problem, ground: Ground, reason: str, by: User, at: datetime) -> Reopening:
    """复发: a new round with lists of its own; those before stay as they were, and their acceptance is
    overturned."""
    held = hold(problem, State.SIGNED_OFF)
    reopening = Reopening.objects.create(
        problem=held, round=held.round, ground=ground.name, reason=reason, on=local_day(at), by=by, at=at
    )
    held.round += 1
    held.begun_on = local_day(at)
    held.signed_off_on = held.applied_by = held.applied_at = None
    held.measure_kinds = []
    settle_long_stop(held, campaign_plans()[held.campaign_id])
    move(held, State.REOPENED, what=f"复发：{ground.value}", by=by, at=at, said=reason)
    return reopening
