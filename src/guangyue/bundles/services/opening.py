"""一件事的申请: begun by its questions, filled in one form and one set of materials, handed in once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.merging import Merged, Why, merge
from guangyue.bundles.models import BundleCase, BundleFile, BundlePaper, BundlePart, Theme
from guangyue.bundles.pieces import DesignBroken, Piece, chosen
from guangyue.bundles.refusals import MaterialsMissing, MovedOnAlready, NothingToDo, NotOffered
from guangyue.bundles.services.declared import declarations
from guangyue.bundles.services.settling import settle
from guangyue.bundles.standing import Intake, Standing, intake
from guangyue.cases.intake import Applicant, refuse_others
from guangyue.cases.models import Case
from guangyue.cases.refusals import ConsentMissing
from guangyue.cases.services.letters import new_check_code
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.matters.declaration import Declaration
from guangyue.organisations.models import Region
from guangyue.registries.models import Firm, Person


@dataclass(frozen=True)
class Wish:
    """一件事 of these answers: what it combines, and what the matters say today."""

    merged: Merged
    declared: Mapping[str, Declaration]


def wish_of(theme: Theme, situation: Mapping[str, str]) -> Wish:
    """By the version in force; refused where it cannot be had now."""
    if theme.current is None:
        raise NotOffered
    design = theme.current.designed
    declared = declarations(design.matters)
    try:
        pieces = chosen(design, declared, situation)
    except DesignBroken as fault:
        raise NotOffered from fault
    return Wish(merge(pieces, fetched=theme.current.fetched), declared)


@transaction.atomic
def open_bundle(
    *,
    theme: Theme,
    situation: Mapping[str, str],
    region: Region,
    applicant: Applicant | None,
    name: str = "",
    channel: str = Case.Channel.ONLINE,
    at: datetime,
) -> BundleCase:
    """填写: the matters of these answers in their order, and the one set of materials."""
    if not theme.offered or theme.current is None:
        raise NotOffered
    wish = wish_of(theme, situation)
    if not wish.merged.pieces or wish.merged.plan is None:
        raise NothingToDo
    if applicant:
        for piece in wish.merged.pieces:
            refuse_others(wish.declared[piece.key], applicant)
    bundle = BundleCase.objects.create(
        theme=theme,
        version=theme.current,
        region=region,
        person=applicant if isinstance(applicant, Person) else None,
        firm=applicant if isinstance(applicant, Firm) else None,
        applicant_name=applicant.name if applicant else name,
        situation=dict(situation),
        channel=channel,
        plan=wish.merged.plan.days,
        opened_at=at,
    )
    BundlePart.objects.bulk_create(_part(bundle, piece, wish.merged) for piece in wish.merged.pieces)
    BundlePaper.objects.bulk_create(
        BundlePaper(
            bundle=bundle,
            code=one.material.code,
            title=one.material.title,
            deferrable=one.material.deferrable,
        )
        for one in wish.merged.uploads
    )
    return bundle


@transaction.atomic
def save_bundle(
    *, bundle: BundleCase, answers: Mapping[str, Any], sources: Mapping[str, str], phone: str
) -> BundleCase:
    """保存: a draft may be left half filled."""
    bundle = hold_bundle(bundle)
    if bundle.number:
        raise MovedOnAlready
    bundle.answers, bundle.sources, bundle.phone = dict(answers), dict(sources), phone
    bundle.save(update_fields=["answers", "sources", "phone"])
    return bundle


@transaction.atomic
def add_files(
    *, paper: BundlePaper, files: Iterable[File], at: datetime, on_paper: bool = False
) -> BundlePaper:
    """提交材料: while it is filled in, and later what was missing."""
    paper = BundlePaper.objects.select_for_update(of=("self",)).select_related("bundle").get(pk=paper.pk)
    if paper.bundle.number and paper.supplied_at:
        raise MovedOnAlready
    for file in files:
        BundleFile.objects.create(paper=paper, file=file, added_at=at)
    paper.supplied_at, paper.promised_on = at, None
    paper.on_paper = paper.on_paper or on_paper
    paper.save()
    return paper


@transaction.atomic
def take_out_file(*, file: BundleFile, at: datetime) -> None:
    paper = BundlePaper.objects.select_for_update(of=("self",)).select_related("bundle").get(pk=file.paper_id)
    if paper.bundle.number:
        raise MovedOnAlready
    BundleFile.objects.filter(pk=file.pk, taken_out_at=None).update(taken_out_at=at)
    if not paper.on_paper and not paper.files.filter(taken_out_at=None).exists():
        paper.supplied_at = None
        paper.save(update_fields=["supplied_at"])


@transaction.atomic
def hand_in_bundle(
    *,
    bundle: BundleCase,
    consent: bool,
    promised: Collection[str] = (),
    partly: bool = False,
    early: bool = False,
    by: User | None,
    at: datetime,
) -> BundleCase:
    """提交: one number, one receipt. What lacks a main material waits, if the applicant wants the rest begun;
    a deferrable one may be promised, and is then owed."""
    bundle = hold_bundle(bundle)
    if bundle.number:
        raise MovedOnAlready
    if not consent:
        raise ConsentMissing
    _promise(bundle, promised, on=local_day(at))
    found = intake_of(bundle)
    if not found.may_begin or (found.held and not partly):
        raise MaterialsMissing(_missing_titles(bundle))
    bundle.parts.filter(matter__in=found.held).update(standing=Standing.HELD.name, late_start=True)
    bundle.number = next_number("YJ", "bundles_case_number", at=at)
    bundle.check_code = new_check_code()
    bundle.state, bundle.handed_in_at, bundle.early = BundleCase.State.RECEIVED, at, early
    bundle.save()
    return settle(bundle=bundle, by=by, at=at)


@transaction.atomic
def begin_held(*, bundle: BundleCase, by: User | None, at: datetime) -> BundleCase:
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
    return settle(bundle=bundle, by=by, at=at)


def intake_of(bundle: BundleCase) -> Intake:
    """一次受理, as its materials stand: what can begin, what is held back."""
    wish = wish_of(bundle.theme, bundle.situation)
    missing = bundle.papers.missing().filter(promised_on=None).values_list("code", flat=True)
    return intake(wish.merged.pieces, wish.merged.waits, missing=set(missing))


def hold_bundle(bundle: BundleCase) -> BundleCase:
    """As it is now, held until this is over."""
    rows = BundleCase.objects.select_related("theme__current", "version", "person", "firm", "region")
    return rows.select_for_update(of=("self",)).get(pk=bundle.pk)


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
    return list(bundle.papers.missing().filter(promised_on=None).values_list("title", flat=True))
