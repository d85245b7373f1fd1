"""一套材料: each handed in once for all matters, and the whole handed in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.bundles.filling import filling_of, is_filled
from guangyue.bundles.merging import Merged
from guangyue.bundles.models import BundleCase, BundleFile, BundlePaper
from guangyue.bundles.refusals import NotOffered
from guangyue.bundles.services.combining import combination_of
from guangyue.bundles.services.opening import begin_held, hand_in_bundle, intake_of, save_bundle
from guangyue.bundles.services.papers import add_files, take_out_file
from guangyue.bundles.standing import Intake, Standing
from guangyue.bundles.views.own import own_bundle_of
from guangyue.cases.services.own_papers import MOST_FILES
from guangyue.files.answers import answer_with_file
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.refusals import Refused

ATTACHED = Prefetch(
    "files", BundleFile.objects.filter(taken_out_at=None).select_related("file"), to_attr="attached"
)


@never_cache
@for_signed_in
def papers(request: SignedInRequest, key: UUID) -> HttpResponse:
    """上传和提交."""
    bundle = own_bundle_of(request, key)
    if bundle.number and not _waits(bundle):
        return redirect("bundles:own_bundle", bundle.key)
    if request.method == "POST":
        return _hand_in(request, bundle)
    return _show(request, bundle)


@require_POST
@for_signed_in
def paper(request: SignedInRequest, key: UUID, pk: int) -> HttpResponse:
    """上传 or 撤下, for one material."""
    at = timezone.now()
    bundle = own_bundle_of(request, key)
    one = get_object_or_404(bundle.papers, pk=pk)
    match request.POST.get("do", "upload").split(":"):
        case ["remove", number] if number.isdecimal():
            take_out_file(file=get_object_or_404(one.files, pk=int(number)), at=at)
        case _:
            try:
                _upload(one, request.FILES.getlist("files"), by=request.user, at=at)
            except Refused as refusal:
                if refusal.field != "files":
                    raise
                return _show(request, bundle, error=(one.pk, refusal.sentence))
    response = redirect("bundles:own_papers", bundle.key)
    response["Location"] += f"#paper-{one.pk}"
    return response


@never_cache
@for_signed_in
def file(request: SignedInRequest, key: UUID, pk: int) -> HttpResponse:
    """附件 of one's own."""
    bundle = own_bundle_of(request, key)
    kept = get_object_or_404(BundleFile.objects.select_related("file"), pk=pk, paper__bundle=bundle)
    return answer_with_file(kept.file)


@transaction.atomic
def _upload(paper: BundlePaper, uploads: Sequence[Any], *, by: User, at: datetime) -> None:
    """All of them, or none."""
    if not uploads:
        raise Refused("请先选择文件，或者拍照。", field="files")
    if paper.files.filter(taken_out_at=None).count() + len(uploads) > MOST_FILES:
        raise Refused(f"一份材料最多 {MOST_FILES} 个文件；页数多的请合成一个 PDF。", field="files")
    kept = [keep_file(upload=one, by=by, at=at, field="files") for one in uploads]
    add_files(paper=paper, files=kept, at=at)


def _hand_in(request: SignedInRequest, bundle: BundleCase) -> HttpResponse:
    at = timezone.now()
    try:
        if bundle.number:
            begin_held(bundle=bundle, at=at)
        else:
            _refuse_unfilled(bundle, at)
            hand_in_bundle(
                bundle=bundle,
                consent="consent" in request.POST,
                promised=request.POST.getlist("promised"),
                partly="partly" in request.POST,
                early="early" in request.POST,
                at=at,
            )
    except Refused as refusal:
        if not refusal.field:
            raise
        return _show(request, bundle, refusal=refusal.sentence)
    messages.success(request, "已经提交，各部门同时开始办理。")
    return redirect("bundles:own_bundle", bundle.key)


def _refuse_unfilled(bundle: BundleCase, at: datetime) -> None:
    """What the registers say now is what is handed in."""
    filling = filling_of(bundle, at=at)
    if not is_filled(bundle, filling):
        raise Refused("表单还有必填的内容没有填，请回到上一步补上。", field="form")
    known = {one.field.key: one.value for one in filling.known}
    sources = {one.field.key: one.source for one in filling.known}
    save_bundle(bundle=bundle, answers=bundle.answers | known, sources=sources, phone=bundle.phone)


def _waits(bundle: BundleCase) -> bool:
    """Some of its papers are still to come, or what was held back for them can begin."""
    return bundle.finished_at is None and (bundle.papers.missing().exists() or _holds_back(bundle))


def _combined(bundle: BundleCase) -> Merged | None:
    """None of one that is under way and of which a matter was suspended since: its papers are still owed."""
    try:
        return combination_of(bundle.version, bundle.situation).merged
    except NotOffered:
        if not bundle.number:
            raise
        return None


def _holds_back(bundle: BundleCase) -> bool:
    return bundle.parts.filter(standing=Standing.HELD.name).exists()


def _show(
    request: SignedInRequest, bundle: BundleCase, *, error: tuple[int, str] = (0, ""), refusal: str = ""
) -> HttpResponse:
    merged = _combined(bundle)
    rows = bundle.papers.prefetch_related(ATTACHED).order_by("pk")
    by_code = {one.material.code: one for one in merged.uploads} if merged else {}
    found = Intake() if bundle.number else intake_of(bundle)
    titles = dict(bundle.parts.values_list("matter", "title"))
    context = {
        "bundle": bundle,
        "papers": [(one, by_code.get(one.code)) for one in rows],
        "merged": merged,
        "held": [titles[key] for key in found.held],
        "may_begin": found.may_begin,
        "holds_back": _holds_back(bundle),
        "error": error,
        "refusal": refusal,
    }
    return render(request, "bundles/own_papers.html", context, status=422 if error[1] or refusal else 200)
