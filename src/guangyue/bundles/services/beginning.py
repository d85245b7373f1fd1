"""开始一个事项: its case is opened with what the one form and the one set of materials hold."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.bundles.merging import Why, is_form
from guangyue.bundles.models import BundleCase, BundlePaper, BundlePart
from guangyue.bundles.standing import Standing
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Paper
from guangyue.cases.models.case import AT_COUNTER
from guangyue.cases.services.counter import RECEIVED
from guangyue.cases.services.moving import hold, move_case
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.matters.models import Matter

ONE_FORM = "一件事申请表"
ACCEPT, ACCEPT_DEFERRED = "accept", "accept_deferred"


def begin_part(*, part: BundlePart, at: datetime) -> BundlePart:
    """Handed in by whoever received the whole at the window, else by its applicant; accepted where the whole
    was."""
    bundle = part.bundle
    case = _open(part, bundle, at=at)
    part.case, part.standing, part.barred = case, Standing.UNDER_WAY.name, ""
    part.save(update_fields=["case", "standing", "barred"])
    _hand_over(case, part, at=at)
    actor = Actor.CLERK if bundle.channel in AT_COUNTER else Actor.APPLICANT
    hand_in(case=case, consent=True, by=bundle.received_by or _account(bundle), actor=actor, at=at)
    if bundle.accepted_by and not hold(case).accepted_at:
        accept_case(case=case, by=bundle.accepted_by, at=at, gently=True)
    return part


def accept_case(*, case: Case, by: User, at: datetime, gently: bool = False) -> None:
    """受理 by its flow, owing what was promised. `gently` leaves to the window what cannot be accepted so."""
    case = hold(case)
    if case.stands_in is not Phase.RECEIVED:
        return
    missing = list(case.papers.missing())
    arrow = ACCEPT_DEFERRED if missing else ACCEPT
    owed = all(paper.deferrable and paper.promised_on for paper in missing)
    if gently and (not owed or case.flow.declared.arrow(arrow, since=case.step) is None):
        return
    move_case(case=case, arrow=arrow, by=by, actor=Actor.CLERK, at=at)


def _account(bundle: BundleCase) -> User | None:
    applicant = bundle.person or bundle.firm
    return applicant.account if applicant else None


def _open(part: BundlePart, bundle: BundleCase, *, at: datetime) -> Case:
    case = open_case(
        matter=Matter.objects.get(code=part.matter),
        variant=part.variant,
        region=bundle.region,
        applicant=bundle.person or bundle.firm,
        name=bundle.applicant_name,
        number=bundle.applicant_number,
        phone=bundle.phone,
        channel=bundle.channel,
        at=at,
        bundle=bundle.number,
    )
    keys = {field.key for field in case.declared.fields_of(case.situation)}
    case.answers = {key: value for key, value in bundle.answers.items() if key in keys}
    case.sources = {key: value for key, value in bundle.sources.items() if key in keys}
    case.delivery, case.received_by = bundle.delivery, bundle.received_by
    case.save(update_fields=["answers", "sources", "delivery", "received_by"])
    return case


def _hand_over(case: Case, part: BundlePart, *, at: datetime) -> None:
    """Each paper from the one set; what another matter brought, or data hold, says where it is from."""
    handed_in = {paper.code: paper for paper in part.bundle.papers.prefetch_related("files__file").all()}
    promised = []
    for paper in case.papers.all():
        if paper.code in part.instead:
            why, whence = part.instead[paper.code]
            state = Paper.State.REUSED if why == Why.PRODUCED.name else Paper.State.FETCHED
            _had(paper, state, whence, at=at)
        elif one := handed_in.get(paper.code):
            if one.supplied_at:
                whence = RECEIVED.get(one.mark, "")
                hand_in_paper(paper=paper, files=_files(one), at=at, on_paper=one.on_paper, from_whom=whence)
            elif one.promised_on:
                promised.append(paper.code)
        elif paper.state == Paper.State.WANTED and is_form(case.declared.material(paper.code)):
            _had(paper, Paper.State.REUSED, ONE_FORM, at=at)
    if promised:
        promise_papers(case=case, codes=promised, on=local_day(at))


def _had(paper: Paper, state: str, whence: str, *, at: datetime) -> None:
    paper.state, paper.from_whom, paper.supplied_at = state, whence[:120], at
    paper.save(update_fields=["state", "from_whom", "supplied_at"])


def _files(paper: BundlePaper) -> list[File]:
    return [one.file for one in paper.files.all() if one.taken_out_at is None]
