"""大厅、窗口、评价方式 on the desk: signs, windows, devices, cards, what is closed, typical cases."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.codes import page_picture
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import bring_in
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.ratings.coverage import cover_matters
from guangyue.ratings.forms import CloseWayForm, SignsForm, TypicalForm, WindowForm
from guangyue.ratings.models import Hall, Invite, TypicalCase, WayClosure
from guangyue.ratings.models.rating import OPEN_FOR
from guangyue.ratings.permissions import KEEP_RATINGS, SEE_RATINGS
from guangyue.ratings.refusals import LinkExpired, NotFinishedYet
from guangyue.ratings.scoring import LEVELS
from guangyue.ratings.services.cards import CARDS, problems_of, take_cards
from guangyue.ratings.services.inviting import invite
from guangyue.ratings.services.places import (
    close_way,
    note_signs,
    publish_typical,
    reopen_way,
    seat_person,
)
from guangyue.ratings.services.rating import RATEABLE
from guangyue.ratings.ways import Way
from guangyue.systems.today import day_of_the_city

LATELY = 50  # cases that cards are printed for


@needs(SEE_RATINGS)
def halls(request: SignedInRequest) -> HttpResponse:
    """合规: each hall with its two signs as of today."""
    on = day_of_the_city()
    shown = Hall.objects.within(request.scope).select_related("organisation", "region")
    rows = [(hall, hall.set_up_on(on)) for hall in shown]
    context = {
        "rows": rows,
        "on": on,
        "lacking": sum(not judged.compliant for _hall, judged in rows),
        "may_keep": request.may(KEEP_RATINGS),
    }
    return render(request, "ratings/halls.html", context)


@needs(KEEP_RATINGS)
def hall(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(Hall.objects.select_related("organisation"), key=key)
    return _show_hall(request, shown, SignsForm(initial=_signs(shown)), WindowForm(people=_people(shown)))


@require_POST
@needs(KEEP_RATINGS)
def hall_signs(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(Hall.objects.select_related("organisation"), key=key)
    form = SignsForm(request.POST)
    if not form.is_valid():
        return _show_hall(request, shown, form, WindowForm(people=_people(shown)))
    note_signs(hall=shown, **form.cleaned_data)
    messages.success(request, "已经登记。")
    return redirect("ratings:hall", key)


@require_POST
@needs(KEEP_RATINGS)
def hall_window(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(Hall.objects.select_related("organisation"), key=key)
    form = WindowForm(request.POST, people=_people(shown))
    if not form.is_valid():
        return _show_hall(request, shown, SignsForm(initial=_signs(shown)), form)
    seat_person(hall=shown, **form.cleaned_data)
    messages.success(request, "窗口已经登记。")
    return redirect("ratings:hall", key)


@needs(SEE_RATINGS)
def coverage(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_city()
    rows = cover_matters(on, request.scope)
    context = {
        "rows": rows,
        "ways": list(Way),
        "lacking": sum(not one.covered.compliant for one in rows),
        "on": on,
        "may_keep": request.may(KEEP_RATINGS),
    }
    return render(request, "ratings/coverage.html", context)


@needs(KEEP_RATINGS)
def way_closing(request: SignedInRequest) -> HttpResponse:
    form = CloseWayForm(
        posted(request), initial={"code": request.GET.get("code", ""), "way": request.GET.get("way", "")}
    )

    def close(code: str, way: str, reason: str) -> None:
        matter = Matter.objects.filter(code=code).first()
        if matter is None:
            raise Refused("没有这个编码的事项。", field="code")
        close_way(matter=matter, way=Way[way], reason=reason, by=request.user, at=timezone.now())

    return answer_form(
        request,
        form,
        title="停用评价方式",
        lead="停用以后这个事项不能用这种方式评价，列为覆盖不全，直到恢复。",
        back=reverse("ratings:coverage"),
        button="停用",
        do=lambda said: close(**said),
        done="已经停用。",
    )


@require_POST
@needs(KEEP_RATINGS)
def way_reopening(request: SignedInRequest, pk: int) -> HttpResponse:
    closure = get_object_or_404(WayClosure, pk=pk)
    reopen_way(closure=closure, by=request.user, at=timezone.now())
    messages.success(request, "已经恢复。")
    return redirect("ratings:coverage")


@needs(KEEP_RATINGS)
def cards(request: SignedInRequest) -> HttpResponseBase:
    """评议卡: a table of them, all taken or none."""
    at = timezone.now()

    def take(rows: object) -> HttpResponse:
        many = take_cards(rows=rows, by=request.user, at=at)  # type: ignore[arg-type]
        messages.success(request, f"已经登记 {many} 张评议卡。")
        return redirect("ratings:cards")

    return bring_in(
        request,
        CARDS,
        take=take,
        check=lambda reading: problems_of(reading, by=request.user, at=at),
    )


@needs(RECEIVE_CASES)
def cards_to_print(request: SignedInRequest) -> HttpResponse:
    """What was finished lately and nobody has rated yet."""
    since = timezone.now() - OPEN_FOR
    rows = Case.objects.within(request.scope).filter(phase=Phase.FINISHED.name, closed_at__gt=since)
    unrated = rows.exclude(rating_invite__used_at__isnull=False).select_related("unit")
    return render(request, "ratings/cards_to_print.html", {"cases": unrated.order_by("-closed_at")[:LATELY]})


@needs(RECEIVE_CASES)
def card(request: SignedInRequest, number: str) -> HttpResponse:
    """评议卡 of one case, to be printed and handed over with what was decided."""
    case = get_object_or_404(Case.objects.within(request.scope).select_related("unit"), number=number)
    at = timezone.now()
    if case.stands_in not in RATEABLE:
        raise NotFinishedYet
    invite(case=case, at=at)
    given = Invite.objects.open(at).filter(case=case).first()
    if given is None:
        raise LinkExpired("这件事已经评价过了，或者办结已经超过七天。")
    address = f"{reverse('ratings:by_link', args=[given.token])}?by=code"
    context = {"case": case, "invite": given, "code": page_picture(address), "levels": LEVELS}
    return render(request, "ratings/card.html", context)


@needs(KEEP_RATINGS)
def poster(request: SignedInRequest, key: str) -> HttpResponse:
    """二维码 for the wall of a hall."""
    shown = get_object_or_404(Hall, key=key)
    address = reverse("ratings:hall_poster", args=[key])
    return render(request, "ratings/wall.html", {"place": shown, "code": page_picture(address)})


@needs(KEEP_RATINGS)
def department_wall(request: SignedInRequest, key: str) -> HttpResponse:
    """二维码 for the wall of a department."""
    shown = get_object_or_404(Organisation.objects.apart_from_bodies(), key=key)
    address = reverse("ratings:department_poster", args=[key])
    return render(request, "ratings/wall.html", {"place": shown, "code": page_picture(address)})


@needs(KEEP_RATINGS)
def typical(request: SignedInRequest) -> HttpResponse:
    form = TypicalForm(posted(request))
    done = form.is_bound and form.is_valid()
    if done and carried_out(form, lambda said: publish_typical(**said, by=request.user, at=timezone.now())):
        messages.success(request, "已经公布。")
        return redirect("ratings:typical")
    context = {"form": form, "shown": TypicalCase.objects.select_related("hall", "published_by")}
    return render(request, "ratings/typical.html", context, status=422 if form.errors else 200)


def _people(hall: Hall) -> QuerySet[User]:
    return User.objects.enabled().filter(organisation__region=hall.region_id).order_by("name")


def _signs(hall: Hall) -> dict[str, object]:
    return {"window_since": hall.window_since, "board_since": hall.board_since}


def _show_hall(request: SignedInRequest, shown: Hall, signs: SignsForm, window: WindowForm) -> HttpResponse:
    context = {
        "hall": shown,
        "judged": shown.set_up_on(day_of_the_city()),
        "signs": signs,
        "window": window,
        "windows": shown.windows.select_related("person"),
    }
    return render(request, "ratings/hall.html", context, status=422 if signs.errors or window.errors else 200)
