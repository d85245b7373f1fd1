"""The fifteen bodies: all there with their clause, found under every name, and asked of the counties."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from guangyue.organisations.cadence import missed
from guangyue.organisations.models import Body, LocalRequirement, Region, Seat
from guangyue.organisations.resolution import resolve
from guangyue.organisations.seating import seatings
from guangyue.organisations.services.local_bodies import Fulfilment, local_standings

SHARED = Path(__file__).resolve().parents[4] / "shared"
CATALOGUE = SHARED / "catalogue" / "S48-coordination-bodies.md"


pytestmark = pytest.mark.usefixtures("enacted_city")


def body(name: str) -> Body:
    found = resolve(name, on=date(2021, 5, 1))
    assert found
    return Body.objects.get(organisation=found.organisation)


def test_fifteen_bodies_have_their_document_and_clause() -> None:
    assert Body.objects.count() == 15
    assert all(body.cites.path for body in Body.objects.all())


USUAL_NAMES = (
    "双随机联席会议",
    "林长制协作会议",
    "放管服协调小组",
    "改厕领导小组",
    "垃圾分类联席会议",
    "通户道路领导小组",
    "数字聊城领导小组",
    "市城市管理委员会",
    "社会救助领导小组",
    "引黄工作专班",
    "低效用地专班",
    "重污染指挥部",
    "化工和高耗能领导小组",
    "市规委会",
    "全民健身联席会议",
)
RENAMED = (
    ("市电子政务和大数据发展领导小组", "数字聊城建设领导小组", date(2020, 3, 30)),
    (
        "市化工产业安全生产转型升级专项行动领导小组",
        "市化工产业安全生产转型升级专项行动和加快高耗能行业高质量发展工作领导小组",
        date(2019, 4, 16),
    ),
    ("市推进政府职能转变领导小组", "聊城市推进政府职能转变和“放管服”改革协调小组", date(2019, 10, 31)),
)


def test_each_is_found_by_its_usual_name() -> None:
    assert len({body(name) for name in USUAL_NAMES}) == 15


def test_a_renamed_body_is_found_by_its_former_name_which_is_then_old() -> None:
    for old, new, on in RENAMED:
        by_old, by_new = resolve(old, on=on), resolve(new, on=on)

        assert by_old
        assert by_new
        assert by_old.organisation == by_new.organisation
        assert (by_old.name, by_old.old_name, by_new.old_name) == (new, True, False)


def test_the_fitness_conference_has_twenty_members_by_office() -> None:
    members = body("全民健身联席会议").seats.filter(role=Seat.Role.MEMBER)

    assert members.count() == 20
    assert {seat.post.title for seat in members if seat.post} == {"分管领导"}


def test_its_missed_december_is_listed_on_the_first_of_january() -> None:
    fitness = body("全民健身联席会议")

    gone = [
        [period.title for period in missed(fitness.must_meet, met=[], since=fitness.known_from, on=day)]
        for day in (date(2021, 12, 31), date(2022, 1, 1))
    ]

    assert gone == [[], ["2021年年底"]]


def test_the_general_forest_chiefs_are_whoever_holds_the_offices() -> None:
    seated = {
        place.seat.printed: place.shown
        for place in seatings(body("林长制"), date(2021, 4, 20))
        if place.seat.leads
    }

    assert seated == {"市委书记": "孙爱军", "市长": "李长萍"}


def test_members_that_stand_in_an_omitted_attachment_are_not_guessed() -> None:
    assert not body("数字聊城建设领导小组").seats.exists()


def test_every_county_without_a_required_group_is_listed() -> None:
    counties = Region.objects.on(date(2021, 5, 1)).of_county_level()

    standings = local_standings(LocalRequirement.objects.all(), counties)

    missing = {(standing.region.name, standing.requirement.short_name) for standing in standings}
    assert {standing.fulfilment for standing in standings} == {Fulfilment.MISSING}
    assert ("冠县", "社会救助") in missing
    assert ("聊城经济技术开发区", "改厕") in missing
    assert ("聊城经济技术开发区", "社会救助") not in missing


def test_the_worked_examples_pass() -> None:
    """Those of the catalogue where it lies beside the repository, and our own at the edges of the rules."""
    ours = Path(__file__).with_name("S48-further-examples.yaml")

    call_command("examples", *(file for file in (ours, CATALOGUE) if file.exists()))
