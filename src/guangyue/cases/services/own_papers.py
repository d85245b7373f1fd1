"""材料 from the applicant's side: uploaded, taken out again, used once more, or promised for later."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.intake import UNFINISHED
from guangyue.cases.intaking import supply_by
from guangyue.cases.models import Case, Paper, PaperFile
from guangyue.cases.models.papers import PaperQuerySet
from guangyue.cases.refusals import MovedOnAlready
from guangyue.cases.services.moving import hold
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.files.services import keep_file
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Source

MOST_FILES = 30  # under one paper
COUNTED = (Paper.State.HANDED_IN, Paper.State.REUSED)
LATER = (Paper.State.OWED, Paper.State.SENT_BACK)


def wanted_papers(case: Case) -> PaperQuerySet:
    """What takes files: all while it is the applicant's turn; what is owed or was sent back until the case is
    decided."""
    if case.is_closed or case.decided_at:
        return case.papers.none()
    asked_for = case.papers.filter(source=Source.APPLICANT.name)
    return asked_for if case.stands_in in UNFINISHED else asked_for.filter(state__in=LATER)


@transaction.atomic
def upload_files(*, paper: Paper, uploads: Sequence["UploadedFile[Any]"], by: User, at: datetime) -> Paper:
    """上传: all of them, or none; what is wrong with one is said with its name."""
    paper = _held(paper)
    if not uploads:
        raise Refused("请先选择文件，或者拍照。", field="files")
    if paper.files.filter(taken_out_at=None).count() + len(uploads) > MOST_FILES:
        raise Refused(f"一份材料最多 {MOST_FILES} 个文件；页数多的请合成一个 PDF。", field="files")
    files = []
    for upload in uploads:
        try:
            files.append(keep_file(upload=upload, by=by, at=at, field="files"))
        except Refused as refusal:
            raise Refused(f"“{upload.name}”没有收下：{refusal.sentence}", field="files") from refusal
    return hand_in_paper(paper=paper, files=files, at=at)


@transaction.atomic
def take_out_file(*, attached: PaperFile) -> Paper:
    """撤下 a file that nobody has received yet."""
    paper = _held(attached.paper)
    since = turn_since(paper.case)
    attached = PaperFile.objects.select_related("file").get(pk=attached.pk)
    if since is None or attached.added_at < since:
        raise MovedOnAlready
    file = attached.file
    attached.delete()
    if not PaperFile.objects.filter(file=file).exists():
        file.delete()
    if paper.state in COUNTED and not paper.on_paper and not paper.files.filter(taken_out_at=None).exists():
        paper.state, paper.supplied_at, paper.from_whom = Paper.State.WANTED, None, ""
        paper.save()
    return paper


def earlier_papers(case: Case) -> dict[str, Paper]:
    """复用: by title, what the same applicant handed in last for another case."""
    theirs = Paper.objects.filter(state__in=COUNTED, case__number__gt="", files__taken_out_at=None)
    if case.person_id:
        theirs = theirs.filter(case__person=case.person_id)
    elif case.firm_id:
        theirs = theirs.filter(case__firm=case.firm_id)
    else:
        return {}
    titles = [paper.title for paper in case.papers.missing()]
    found = theirs.filter(title__in=titles, files__isnull=False).exclude(case=case)
    return {paper.title: paper for paper in found.select_related("case").order_by("pk").distinct()}


@transaction.atomic
def reuse_paper(*, paper: Paper, at: datetime) -> Paper:
    """使用以前交过的: the same files lie under this paper too."""
    paper = _held(paper)
    earlier = earlier_papers(paper.case).get(paper.title)
    if earlier is None:
        raise MovedOnAlready
    for one in earlier.files.filter(taken_out_at=None):
        PaperFile.objects.create(paper=paper, file_id=one.file_id, added_at=at)
    paper.state, paper.supplied_at, paper.said = Paper.State.REUSED, at, ""
    paper.from_whom = f"办件 {earlier.case.number}"
    paper.save()
    return paper


@transaction.atomic
def promise_paper(*, paper: Paper, promised: bool, on: date) -> None:
    """容缺承诺, or taking it back before the case is handed in."""
    paper = _held(paper)
    if promised:
        promise_papers(case=paper.case, codes=[paper.code], on=on)
        return
    if paper.case.stands_in not in UNFINISHED:
        raise MovedOnAlready
    paper.promised_on = None
    paper.save(update_fields=["promised_on"])


def supply_day(paper: Paper, *, on: date) -> date:
    """Until when it would have to be supplied, were the case accepted on that day."""
    return supply_by(paper.case.declared.material(paper.code).supply_days, since=on)


def _held(paper: Paper) -> Paper:
    case = hold(paper.case)
    paper = Paper.objects.select_for_update().get(pk=paper.pk, case=case)
    paper.case = case
    if not wanted_papers(case).filter(pk=paper.pk).exists():
        raise MovedOnAlready
    return paper


def turn_since(case: Case) -> datetime | None:
    """Since when it has been the applicant's turn; None when it is not."""
    if case.stands_in is Phase.DRAFT:
        return case.opened_at
    if case.stands_in is not Phase.SUPPLEMENT:
        return None
    move = case.moves.order_by("pk").last()
    return move.at if move else None
