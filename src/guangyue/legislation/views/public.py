"""What anyone sees: the year's plan, drafts by articles with boxes to write in, replies, hearings."""

from datetime import datetime, time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import never_cache

from guangyue.accounts.knocking import knock, refuse_knocker
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.kit.wording import day
from guangyue.legislation import appraising, lists
from guangyue.legislation.comment_forms import CommentForm, ReceiptForm
from guangyue.legislation.kinds import Secrecy, Speaker
from guangyue.legislation.models import (
    Article,
    Comment,
    Hearing,
    LegislativePlan,
    PlanChange,
    PublicConsultation,
    Reply,
)
from guangyue.legislation.papers import consultation_notice, hearing_notice, reply_table
from guangyue.legislation.services.commenting import comment

MOST_IN_FEED = 50
ASKED_FOR = "legislation-receipt"  # the door that codes are tried at


@open_to_all
def public_plans(request: SignedInRequest) -> HttpResponse:
    """The newest plan; the others beside."""
    newest = LegislativePlan.objects.first()
    if newest is None:
        return render(request, "legislation/public_plan.html", {"plan": None, "plans": []})
    return public_plan(request, newest.year)


@open_to_all
def public_plan(request: SignedInRequest, year: int) -> HttpResponse:
    shown = get_object_or_404(LegislativePlan, year=year)
    open_now = PublicConsultation.objects.public().open_on(timezone.localdate())
    context = {
        "plan": shown,
        "plans": LegislativePlan.objects.all(),
        "groups": appraising.grouped(shown),
        "changes": PlanChange.objects.filter(project__plan=shown).select_related("project"),
        "open_now": {one.project_id: one for one in open_now},
        "standing": appraising.standing(shown, timezone.localdate()),
    }
    return render(request, "legislation/public_plan.html", context)


@open_to_all
def public_consultations(request: SignedInRequest) -> HttpResponseBase:
    rows = PublicConsultation.objects.public().select_related("unit")
    hearings = Hearing.objects.public().filter(held_at__gte=timezone.now()).select_related("project")
    return show_list(
        request,
        lists.PUBLIC_CONSULTATIONS,
        rows,
        template="legislation/public_consultations.html",
        context={"hearings": hearings},
    )


@never_cache
@open_to_all
def consultation(request: SignedInRequest, number: str) -> HttpResponse:
    """The draft by articles; while it is open, with a box at each."""
    shown = _public(number)
    on = timezone.localdate()
    articles = _articles(shown)
    bound = request.POST if request.method == "POST" else None
    form = CommentForm(bound, articles=_readable(shown, articles), initial={"speaker": Speaker.PERSON})
    if form.is_bound:
        at = timezone.now()
        knock(request, door="legislation-comment", at=at)
        if form.is_valid():
            first = comment(consultation=shown, said=form.said(), author=form.author(), at=at)
            messages.success(request, "意见已经收到，请记下回执编号和查询码。")
            return redirect("legislation:receipt", first.receipt, first.code)
    context = {
        "consultation": shown,
        "articles": articles,
        "withheld": shown.withheld if shown.secrecy == Secrecy.PARTS else [],
        "form": form if shown.is_open(on) else None,
        "stands": shown.stands(on),
        "is_open": shown.is_open(on),
        "days_left": shown.days_left(on),
        "hearings": Hearing.objects.public().filter(project=shown.project) if shown.project_id else [],
        "many": shown.comments.count() if shown.closed_at else None,
    }
    return render(request, "legislation/consultation.html", context, status=422 if form.errors else 200)


@open_to_all
def replies(request: SignedInRequest, number: str) -> HttpResponseBase:
    """采纳情况: once all is answered."""
    shown = _answered(number)
    rows = Reply.objects.filter(consultation=shown).standing().select_related("article")
    context = {"consultation": shown}
    return show_list(request, lists.REPLIES, rows, template="legislation/replies.html", context=context)


@open_to_all
def public_reply_paper(request: SignedInRequest, number: str) -> HttpResponseBase:
    return answer_with(reply_table(_answered(number)))


@open_to_all
def public_notice_paper(request: SignedInRequest, number: str) -> HttpResponseBase:
    return answer_with(consultation_notice(_public(number)))


@never_cache
@open_to_all
def receipts(request: SignedInRequest) -> HttpResponse:
    """查询答复: by the receipt and the code that were given."""
    form = ReceiptForm(request.GET if "receipt" in request.GET else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if _handed_in(request, **said):
            return redirect("legislation:receipt", said["receipt"], said["code"])
        form.add_error("code", "回执编号和查询码对不上，请核对。")
    return render(request, "legislation/receipts.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all
def receipt(request: SignedInRequest, number: str, code: str) -> HttpResponse:
    comments = _handed_in(request, receipt=number, code=code)
    if not comments:
        raise Http404
    context = {"receipt": number, "code": code, "comments": comments, "first": comments[0]}
    return render(request, "legislation/receipt.html", context)


@open_to_all
def hearing(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Hearing.objects.public().select_related("project__unit"), pk=pk)
    return render(request, "legislation/hearing.html", {"hearing": shown})


@open_to_all
def public_hearing_paper(request: SignedInRequest, pk: int) -> HttpResponseBase:
    shown = get_object_or_404(Hearing.objects.public().select_related("project__unit"), pk=pk)
    return answer_with(hearing_notice(shown))


@open_to_all
def feed(request: SignedInRequest) -> HttpResponse:
    """正在征求意见的, as Atom."""
    page = request.build_absolute_uri(reverse("legislation:public_consultations"))
    atom = Atom1Feed(
        title="正在征求意见",
        link=page,
        description="法规、规章草案和重大事项，正在向社会公开征求意见",
        language="zh-CN",
        feed_url=request.build_absolute_uri(),
        feed_guid=page,
        author_name="光岳政务",
    )
    open_now = PublicConsultation.objects.public().open_on(timezone.localdate()).select_related("unit")
    for one in open_now.order_by("-opens", "-pk")[:MOST_IN_FEED]:
        opened = datetime.combine(one.opens or one.last_day, time(), SHANGHAI)
        atom.add_item(
            title=one.title,
            link=request.build_absolute_uri(one.get_absolute_url()),
            description=f"{one.unit}，{day(one.last_day)}截止。",
            unique_id=request.build_absolute_uri(one.get_absolute_url()),
            pubdate=opened,
            updateddate=opened,
            author_name=one.unit.name,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _public(number: str) -> PublicConsultation:
    rows = PublicConsultation.objects.public().select_related("unit", "project", "draft", "matter")
    return get_object_or_404(rows, number=number)


def _answered(number: str) -> PublicConsultation:
    shown = _public(number)
    if shown.closed_at is None:
        raise Http404
    return shown


def _articles(shown: PublicConsultation) -> list[Article]:
    return list(shown.draft.articles.all()) if shown.draft else []


def _readable(shown: PublicConsultation, articles: list[Article]) -> list[Article]:
    withheld = shown.withheld if shown.secrecy == Secrecy.PARTS else []
    return [one for one in articles if one.label not in withheld]


def _handed_in(request: HttpRequest, *, receipt: str, code: str) -> list[Comment]:
    """Whoever guesses is soon asked to wait, even if the next guess were right."""
    at = timezone.now()
    refuse_knocker(request, door=ASKED_FOR, at=at)
    rows = Comment.objects.filter(receipt=receipt, code=code)
    found = list(rows.select_related("consultation__unit", "article", "reply"))
    if not found:
        knock(request, door=ASKED_FOR, at=at)
    return found
