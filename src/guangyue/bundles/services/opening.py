"""一件事的申请: begun by its questions, filled in one form and one set of materials, handed in once."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.merging import Merged, Why
from guangyue.bundles.models import BundleCase, BundlePaper, BundlePart, Theme
from guangyue.bundles.pieces import Piece
from guangyue.bundles.refusals import MaterialsMissing, MovedOnAlready, NothingToDo, NotOffered
from guangyue.bundles.services.combining import combination_of
from guangyue.bundles.services.settling import settle
from guangyue.bundles.standing import Intake, Standing, intake
from guangyue.cases.intake import Applicant, refuse_others
from guangyue.cases.models import Case
from guangyue.cases.refusals import ConsentMissing
from guangyue.cases.services.moving import hold_bundled
from guangyue.kit.check_codes import new_check_code
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person


@transaction.atomic
def open_bundle(
    *,
    theme: Theme,
    situation: Mapping[str, str],
    region: Region,
    applicant: Applicant | None,
    name: str = "",
    number: str = "",
    channel: str = Case.Channel.ONLINE,
    received_by: User | None = None,
    at: datetime,
) -> BundleCase:
    """填写: the matters of these answers in their order, and the one set of materials; at the window by the
    clerk who receives them."""
    if not theme.offered or theme.current is None:
        raise NotOffered
    combined = combination_of(theme.current, situation)
    merged = combined.merged
    if not merged.pieces or merged.plan is None:
        raise NothingToDo
    if applicant:
        for piece in merged.pieces:
            refuse_others(combined.declared[piece.key], applicant)
    bundle = BundleCase.objects.create(
        theme=theme,
        version=theme.current,
        region=region,
        person=applicant if isinstance(applicant, Person) else None,
        firm=applicant if isinstance(applicant, Firm) else None,
        applicant_name=applicant.name if applicant else name,
        applicant_number="" if applicant else number,
        situation=dict(situation),
        channel=channel,
        received_by=received_by,
        plan=merged.plan.days,
        opened_at=at,
    )
    BundlePart.objects.bulk_create(_part(bundle, piece, merged) for piece in merged.pieces)
    BundlePaper.objects.bulk_create(
        BundlePaper(
            bundle=bundle,
            code=one.material.code,
            title=one.material.title,
            deferrable=one.material.deferrable,
        )
        for one in merged.uploads
    )
    return bundle


@transaction.atomic
def save_bundle(
    *,
    bundle: BundleCase,
    answers: Mapping[str, Any],
    sources: Mapping[str, str],
    phone: str,
    delivery: str = "",
) -> BundleCase:
    """保存: a draft may be left half filled."""
    bundle = hold_draft(bundle)
    bundle.answers, bundle.sources, bundle.phone = dict(answers), dict(sources), phone
    bundle.delivery = delivery or bundle.delivery
    bundle.save(update_fields=["answers", "sources", "phone", "delivery"])
    return bundle


@transaction.atomic
def hand_in_bundle(
    *,
    bundle: BundleCase,
    consent: bool,
    promised: Collection[str] = (),
    partly: bool = False,
    early: bool = False,
    at: datetime,
) -> BundleCase:
    """提交: one number, one receipt. What lacks a main material waits, if the applicant wants the rest begun;
    a deferrable one may be promised, and is then owed."""
    bundle = hold_draft(bundle)
    if not consent:
        raise ConsentMissing
    if not bundle.theme.offered:
        raise NotOffered
    _promise(bundle, promised, on=local_day(at))
    found = intake_of(bundle)
    if not found.may_begin or (found.held and not partly):
        raise MaterialsMissing(_missing_titles(bundle))
    bundle.parts.filter(matter__in=found.held).update(standing=Standing.HELD.name, late_start=True)
    bundle.number = next_number("YJ", "bundles_case_number", at=at)
    bundle.check_code = new_check_code()
    bundle.state, bundle.handed_in_at, bundle.early = BundleCase.State.RECEIVED, at, early
    bundle.save()
    return settle(bundle=bundle, gently=False, at=at)


@transaction.atomic
def begin_held(*, bundle: BundleCase, at: datetime) -> BundleCase:
    """补齐: what was held back begins once its main materials are there."""
    bundle = hold_bundle(bundle)
    if not bundle.number or bundle.finished_at:
        raise MovedOnAlready
    still = intake_of(bundle)
    lacking = {*still.held, *still.blocks}
    held = bundle.parts.filter(standing=Standing.HELD.name)
    if not held.exclude(matter__in=lacking).exists():
        raise MaterialsMissing(_missing_titles(bundle))
    held.exclude(matter__in=lacking).update(standing=Standing.WAITING.name)
    return settle(bundle=bundle, gently=False, at=at)


def intake_of(bundle: BundleCase) -> Intake:
    """一次受理, as its materials stand: what can begin, what is held back."""
    merged = combination_of(bundle.version, bundle.situation).merged
    missing = dict(bundle.papers.missing().values_list("code", "promised_on"))
    promised = [code for code, on in missing.items() if on]
    return intake(merged.pieces, merged.waits, missing=missing, promised=promised)


def hold_bundle(bundle: BundleCase) -> BundleCase:
    """As it is now, held until this is over; its cases before it, as whoever moves one of them holds them."""
    if bundle.number:
        hold_bundled(bundle.number)
    rows = BundleCase.objects.select_related(
        "theme__current",
        "version",
        "person__account",
        "firm__account",
        "region",
        "received_by",
        "accepted_by",
    )
    return rows.select_for_update(of=("self",)).get(pk=bundle.pk)


def hold_draft(bundle: BundleCase) -> BundleCase:
    bundle = hold_bundle(bundle)
    if bundle.number:
        raise MovedOnAlready
    return bundle


def _part(bundle: BundleCase, piece: Piece, merged: Merged) -> BundlePart:
    return BundlePart(
        bundle=bundle,
        matter=piece.key,
        title=piece.title,
        variant=piece.variant,
        after=list(merged.waits[piece.key]),
        days=piece.days,
        instead={
            one.code: [one.why.name, one.instead]
            for one in merged.removals
            if one.of is piece and one.why is not Why.DUPLICATE
        },
    )


def _promise(bundle: BundleCase, codes: Collection[str], *, on: date) -> None:
    """容缺承诺: only of what may be owed."""
    wanted = bundle.papers.missing().filter(code__in=codes, deferrable=True)
    wanted.update(promised_on=on)


def _missing_titles(bundle: BundleCase) -> list[str]:
    return list(bundle.papers.lacking().values_list("title", flat=True))
