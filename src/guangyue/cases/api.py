"""Cases for programs: one's own, from draft to end; progress by number and code; the moves of officials."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import File, Path, Query, Router, Status, UploadedFile

from guangyue.accounts.models import User
from guangyue.cases.acting import arrow_for
from guangyue.cases.api_shapes import (
    ATTACHED,
    TEXT,
    Drafted,
    HandedIn,
    ListedCase,
    Made,
    Progress,
    Stands,
    WantedPaper,
    WhichCase,
    WholeCase,
    listed,
    road,
    told_paper,
    whole,
)
from guangyue.cases.filling import Filling, filling_of
from guangyue.cases.forms import PREFIX
from guangyue.cases.intake import is_online
from guangyue.cases.models import Case, Paper
from guangyue.cases.owning import held, own_cases
from guangyue.cases.refusals import ConsentMissing, MovedOnAlready, NotOpen
from guangyue.cases.services.drafting import begin_draft, hand_in_draft
from guangyue.cases.services.looking import find_case
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.own_papers import promise_paper, upload_files
from guangyue.kit.access import SignedInRequest, for_signed_in, for_staff, open_to_all
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Source
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.registries.identity import identity_of

router = Router(tags=["办件"])

MOST = 100
PaperCode = Annotated[str, Path(max_length=60, pattern=TEXT, description="材料编码，见办件的 papers")]


@router.get("/cases", response=list[ListedCase], summary="本人的办件，最新在前")
@for_signed_in
def cases(
    request: SignedInRequest,
    before: Annotated[datetime | None, Query(description="在此之前开始填写的")] = None,
) -> list[ListedCase]:
    rows = own_cases(request.user).select_related("version__matter", "flow").order_by("-opened_at", "-pk")
    if before is not None:
        rows = rows.filter(opened_at__lt=before)
    return [ListedCase(**listed(case)) for case in rows[:MOST]]


@router.post("/cases", response={201: WholeCase}, summary="开始填写：已有这个情形的草稿就是那一份")
@for_signed_in
def draft(request: SignedInRequest, asked: Drafted) -> Status[WholeCase]:
    applicant = identity_of(request.user)
    if applicant is None:
        raise Refused("账户还没有通过身份核验，不能申请。")
    matter = get_object_or_404(Matter.objects.open().select_related("current"), code=asked.matter)
    declared = matter.current.declared if matter.current else None
    if declared is None or not is_online(declared):
        raise NotOpen
    if asked.variant not in {one.key for one in declared.variants}:
        raise Refused("没有这个办理情形。", field="variant")
    region = Region.objects.filter(code=asked.region).first()
    if region is None:
        raise Refused("没有这个地区。", field="region")
    case = begin_draft(
        matter=matter,
        variant=asked.variant,
        region=region,
        applicant=applicant,
        channel=Case.Channel.ONLINE,
        at=timezone.now(),
    )
    return Status(201, whole(held(request.user, case.key, at=timezone.now()).case))


@router.get("/cases/progress", auth=None, response=Progress, summary="凭编号和查询码查进度")
@open_to_all
def progress(request: HttpRequest, asked: Query[WhichCase]) -> Progress:
    address = get_adapter().get_client_ip(request)
    case = find_case(number=asked.number, code=asked.code, address=address, at=timezone.now())
    if case is None:
        raise Http404
    return Progress(
        number=case.number,
        title=case.title,
        step=case.at_step.title,
        phase=case.phase,
        outcome=case.outcome,
        unit=str(case.unit),
        due=case.due,
        moves=road(case),
    )


@router.get("/cases/{uuid:key}", response=WholeCase, summary="本人的一件办件")
@for_signed_in
def case(request: SignedInRequest, key: UUID) -> WholeCase:
    return whole(held(request.user, key, at=timezone.now()).case)


@router.post(
    "/cases/{uuid:key}/papers/{code}/files",
    response=WantedPaper,
    summary="上传材料：填写时、补正时，容缺的到补齐为止；一份材料可以有几个文件，全部收下或者都不收",
)
@for_signed_in
def paper_files(
    request: SignedInRequest,
    key: UUID,
    code: PaperCode,
    files: Annotated[list[UploadedFile], File(description="图片、PDF、OFD、DOCX 或者 XLSX，按内容认定")],
) -> WantedPaper:
    at = timezone.now()
    paper = _wanted(request.user, key, code, at=at)
    return _answered(upload_files(paper=paper, uploads=files, by=request.user, at=at))


@router.post(
    "/cases/{uuid:key}/papers/{code}/promise", response=WantedPaper, summary="容缺承诺：次要材料到期补齐"
)
@for_signed_in
def promise(request: SignedInRequest, key: UUID, code: PaperCode) -> WantedPaper:
    at = timezone.now()
    paper = _wanted(request.user, key, code, at=at)
    promise_paper(paper=paper, promised=True, on=local_day(at))
    return _answered(paper)


@router.post("/cases/{uuid:key}/submission", response=WholeCase, summary="提交草稿；材料先上传或者承诺")
@for_signed_in
def submission(request: SignedInRequest, key: UUID, said: HandedIn) -> WholeCase:
    at = timezone.now()
    one = held(request.user, key, at=at)
    if one.case.number:
        raise MovedOnAlready
    if not said.consent:
        raise ConsentMissing
    if said.delivery == Case.Delivery.POST and not said.post_to.strip():
        raise Refused("邮寄的，请写明邮寄地址。", field="post_to")
    answers = {f"{PREFIX}-{key}": answer for key, answer in said.answers.items()}
    filling = filling_of(one.case, data={**answers, "phone": said.phone}, whole=True, at=at)
    _refuse_unfilled(filling)
    hand_in_draft(
        case=one.case,
        filled=filling.filled(),
        delivery=said.delivery,
        post_to=said.post_to.strip(),
        by=request.user,
        at=at,
    )
    return whole(held(request.user, key, at=at).case)


@router.post(
    "/cases/{slug:number}/moves/{slug:arrow}", response=Stands, summary="办理一步：只能是流程声明的流转"
)
@for_staff
def move(request: SignedInRequest, number: str, arrow: str, made: Made) -> Stands:
    moved = get_object_or_404(Case.objects.handed_in().select_related("flow"), number=number)
    declared = arrow_for(request, moved, arrow)
    move_case(
        case=moved,
        arrow=arrow,
        by=request.user,
        actor=declared.by,
        at=timezone.now(),
        said=made.said,
        since=made.since,
    )
    moved.refresh_from_db()
    return Stands(number=moved.number, step=moved.step, phase=moved.phase, due=moved.due)


def _refuse_unfilled(filling: Filling) -> None:
    """The first thing that is wrong with the form, at its field."""
    if filling.is_valid():
        return
    for field, errors in filling.form.errors.items():
        title = filling.form.fields[field].label
        raise Refused(f"{title}：{errors[0]}", field=f"answers.{field}")
    for field, errors in filling.contact.errors.items():
        raise Refused(str(errors[0]), field=field)


def _wanted(user: User, key: UUID, code: str, *, at: datetime) -> Paper:
    """A paper that the applicant is asked for; what the city fetches itself nobody hands in."""
    case = held(user, key, at=at).case
    paper = get_object_or_404(case.papers.filter(source=Source.APPLICANT.name), code=code)
    paper.case = case
    return paper


def _answered(paper: Paper) -> WantedPaper:
    """As it is now."""
    return told_paper(Paper.objects.prefetch_related(ATTACHED).get(pk=paper.pk))
