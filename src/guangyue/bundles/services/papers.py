"""一套材料: handed in once, and passed on to every case that has begun without it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from guangyue.bundles.models import BundleFile, BundlePaper
from guangyue.bundles.refusals import MovedOnAlready
from guangyue.bundles.services.opening import hold_bundle
from guangyue.cases.models import Paper
from guangyue.cases.services.papers import hand_in_paper
from guangyue.files.models import File

LACKING = (Paper.State.WANTED, Paper.State.OWED)


@transaction.atomic
def add_files(
    *, paper: BundlePaper, files: Iterable[File], at: datetime, on_paper: bool = False
) -> BundlePaper:
    """提交材料: while it is filled in, and later what was missing or is owed: once, for all the matters."""
    files = list(files)
    paper = _held(paper)
    if paper.bundle.finished_at or (paper.bundle.number and paper.supplied_at):
        raise MovedOnAlready
    for file in files:
        BundleFile.objects.create(paper=paper, file=file, added_at=at)
    paper.supplied_at, paper.promised_on = at, None
    paper.on_paper = paper.on_paper or on_paper
    paper.save()
    for wanted in _wanted_by_cases(paper):
        hand_in_paper(paper=wanted, files=files, at=at, on_paper=on_paper)
    return paper


@transaction.atomic
def take_out_file(*, file: BundleFile, at: datetime) -> None:
    paper = _held(file.paper)
    if paper.bundle.number:
        raise MovedOnAlready
    BundleFile.objects.filter(pk=file.pk, taken_out_at=None).update(taken_out_at=at)
    if not paper.on_paper and not paper.files.filter(taken_out_at=None).exists():
        paper.supplied_at = None
        paper.save(update_fields=["supplied_at"])


def _held(paper: BundlePaper) -> BundlePaper:
    """With its bundle, so that what is handed in now is not left behind by what begins now."""
    bundle = hold_bundle(paper.bundle)
    held = BundlePaper.objects.select_for_update().get(pk=paper.pk)
    held.bundle = bundle
    return held


def _wanted_by_cases(paper: BundlePaper) -> Iterable[Paper]:
    """The same material of the cases that have begun without it."""
    if not paper.bundle.number:
        return ()
    begun = Paper.objects.filter(case__bundle=paper.bundle.number, code=paper.code)
    return begun.filter(state__in=LACKING, case__decided_at=None, case__closed_at=None).order_by("pk")
