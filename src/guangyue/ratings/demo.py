"""The demonstration's ratings and complaints, on the finished cases that are there."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.handling import Found, Grievance, Source
from guangyue.ratings.models import Check, Complaint, Hall, Rating
from guangyue.ratings.permissions import ANSWER_COMPLAINTS, KEEP_RATINGS
from guangyue.ratings.services.answering import answer_complaint, say_satisfied
from guangyue.ratings.services.checking import finish_check
from guangyue.ratings.services.complaining import Raised, assign_complaint, merge_complaint, raise_complaint
from guangyue.ratings.services.places import close_way, note_signs, publish_typical, seat_person
from guangyue.ratings.services.rating import RATEABLE, Said, rate_case, rate_place
from guangyue.ratings.ways import Way

Say = Callable[[str], None]

SEED = 20210430
SIGNS_SINCE = date(2019, 10, 25)
WINDOWS = ("1", "2", "3", "5")
LEVELS, WEIGHTS = (5, 4, 3, 2, 1), (62, 22, 8, 5, 3)
PRAISE = ("办得很快", "讲得很清楚", "态度好，一次办成", "")
BLAME = ("跑了两趟，第一次没有说清材料", "等了一个多小时", "系统卡，反复登录")
OF_SEVEN = 5  # so many of seven finished cases are rated
VISITS = 14  # of a hall
CHECKED = 2  # of three bad ratings

COMPLAINTS = (
    (Grievance.NOT_TOLD_AT_ONCE, "2", "材料分三次才说全，跑了三趟。"),
    (Grievance.ATTITUDE, "3", "窗口人员一直看手机，问话不抬头。"),
    (Grievance.SPEED, "", "上午取的号，下午四点才叫到。"),
    (Grievance.REPEATED_PAPERS, "1", "营业执照系统里能查到，还要复印件。"),
    (Grievance.REFUSED, "5", "窗口说今天办不了，也没有给任何单子。"),
    (Grievance.SYSTEM, "", "网上提交两次都提示超时。"),
    (Grievance.FEES, "", "复印一张收五角，墙上写着免费。"),
    (Grievance.SPEED, "", "等号时间太长，叫号屏不动。"),
)


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    keeper = somebody_allowed(KEEP_RATINGS)
    if keeper is None or Rating.objects.exists():
        say("好差评：没有评价管理人员，或者已经有评价，没有再载入")
        return
    chance, at = Random(SEED), timezone.now()  # noqa: S311  (nobody's secret)
    halls = list(Hall.objects.select_related("organisation"))
    _set_up(halls)
    rated = _rate_cases(chance)
    visits = _rate_halls(halls, chance, until=at)
    checked = _check_bad_ones(keeper, at=at)
    complained = _complain(halls, keeper, at=at)
    _close_a_way(keeper, at=at)
    publish_typical(
        title="一次性告知不清，群众多跑两趟",
        text="某大厅 2 号窗口分三次告知材料。已经把材料清单印成卡片，收件时当面打勾，并向反映人道歉。",
        hall=halls[0] if halls else None,
        by=keeper,
        at=at,
    )
    say(f"好差评 {rated} 件办件、{visits} 份到访评价，核查 {checked} 份，吐槽 {complained} 件")


def _set_up(halls: Sequence[Hall]) -> None:
    """All but the last have both signs; at a window of the first sits the demonstration's clerk."""
    for hall in halls:
        board = None if hall == halls[-1] else SIGNS_SINCE
        note_signs(hall=hall, window_since=SIGNS_SINCE, board_since=board)
    clerk = somebody_allowed(RECEIVE_CASES)
    for hall in halls[:1]:
        for number in WINDOWS:
            seat_person(hall=hall, number=number, person=clerk if number == WINDOWS[0] else None)


def _rate_cases(chance: Random) -> int:
    phases = [phase.name for phase in RATEABLE]
    rows = Case.objects.filter(phase__in=phases, closed_at__isnull=False).select_related("version")
    rated = 0
    for case in rows.order_by("pk"):
        if case.closed_at is None or chance.randrange(7) >= OF_SEVEN:
            continue
        (level,) = chance.choices(LEVELS, WEIGHTS)
        given = {Rating.About.CASE: level}
        if chance.random() < 0.3:
            given[Rating.About.WINDOW] = min(level + 1, 5)
        said = Said(
            given, text=chance.choice(PRAISE if level > 2 else BLAME), anonymous=chance.random() < 0.2
        )
        way = chance.choice((Way.WEB, Way.WEB, Way.TEXT, Way.DEVICE, Way.CARD, Way.CODE))
        when = case.closed_at + timedelta(hours=chance.randrange(1, 60))
        rate_case(case=case, said=said, way=way, by=None, at=when)
        rated += 1
    return rated


def _rate_halls(halls: Sequence[Hall], chance: Random, *, until: datetime) -> int:
    for place in halls:
        for _ in range(VISITS):
            (level,) = chance.choices(LEVELS, WEIGHTS)
            when = until - timedelta(days=chance.randrange(360), hours=chance.randrange(8))
            text = chance.choice(PRAISE if level > 2 else BLAME)
            rate_place(place=place, said_level=level, text=text, by=None, at=when)
    return len(halls) * VISITS


def _check_bad_ones(keeper: User, *, at: datetime) -> int:
    """The last ones wait for whoever steps in."""
    open_ones = list(Check.objects.open().apart_from(keeper).select_related("rating").order_by("pk"))
    done = open_ones[: len(open_ones) * CHECKED // 3]
    for nth, check in enumerate(done):
        true = nth % 4 != 3
        finish_check(
            check=check,
            true=true,
            said="回访申请人，情况属实。" if true else "查看叫号记录和录像，没有这种情况。",
            correction="当日培训，材料清单印成卡片发放。" if true else "",
            reply="谢谢您的评价，我们已经核查，向您说明。",
            by=keeper,
            at=max(check.opened_at + timedelta(days=1), check.opened_at),
        )
    return len(done)


def _complain(halls: Sequence[Hall], keeper: User, *, at: datetime) -> int:
    """Of the first hall: some answered, some waiting, two of the same cause, one found by the media."""
    if not halls:
        return 0
    hall = halls[0]
    raised = []
    for nth, (kind, window, text) in enumerate(COMPLAINTS):
        when = at - timedelta(days=9 - nth)
        said = Raised(kind, text, hall=hall, window=window, name="" if nth % 2 else "王女士")
        raised.append(raise_complaint(raised=said, by=None, at=when))
    media = Raised(
        Grievance.ATTITUDE,
        "记者暗访时窗口无人，等了二十分钟。",
        hall=halls[-1],
        source=Source.MEDIA,
        publication="市电视台民生栏目",
    )
    raise_complaint(raised=media, by=None, at=at - timedelta(days=9), taken_by=keeper)
    merge_complaint(complaint=raised[7], into=raised[2], by=keeper, at=at)
    officer = _officer(hall.organisation, keeper)
    _answer(raised[:2] + raised[4:5], officer, keeper)
    say_satisfied(complaint=raised[0], satisfied=True, said="", at=raised[0].received_at + timedelta(days=3))
    return Complaint.objects.count()


def _officer(unit: Organisation, keeper: User) -> User:
    """Somebody else of the unit who may answer, if there is anybody."""
    other = somebody_allowed(ANSWER_COMPLAINTS)
    return other if other is not None and other.organisation_id == unit.pk else keeper


def _answer(complaints: Iterable[Complaint], officer: User, keeper: User) -> None:
    for complaint in complaints:
        assigned = complaint.received_at + timedelta(hours=2)
        assign_complaint(complaint=complaint, officer=officer, by=keeper, at=assigned)
        answer_complaint(
            complaint=complaint,
            found=Found.TRUE,
            correction="对窗口人员批评教育，纳入本月考核。",
            reply="您反映的情况属实，我们向您道歉，已经整改。",
            by=officer,
            at=complaint.received_at + timedelta(days=2),
        )


def _close_a_way(keeper: User, *, at: datetime) -> None:
    if matter := Matter.objects.open().order_by("code").first():
        close_way(matter=matter, way=Way.DEVICE, reason="评价器送修", by=keeper, at=at)
