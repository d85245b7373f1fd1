"""县级预警 and 预案备案: what a county may say for itself, and what it owes."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.tests.factories import a_browser, a_grant, a_user
from guangyue.alerts.declared import plan_day
from guangyue.alerts.models import CountyWarning, PlanFiling
from guangyue.alerts.services.counties import CountyWarningSaid, end_county_warning, publish_county_warning
from guangyue.alerts.services.filing import FilingSaid, file_plan
from guangyue.alerts.tests.warned import AT, Hands, a_drill, a_warning, counties, some_hands
from guangyue.alerts.warning_refusals import CityWarns, CountyWarnedAlready, CountyWarningOver
from guangyue.kit.clocks import HOUR
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@pytest.fixture
def hands(db: None) -> Hands:
    return some_hands()


def of(region: Region) -> CountyWarningSaid:
    return CountyWarningSaid(region, "yellow", "请减少户外活动", AT, AT + 48 * HOUR, "指挥长")


def test_a_county_warns_of_its_own_area_once_until_it_ends_it(hands: Hands) -> None:
    east, west = counties()
    first = publish_county_warning(said=of(east), by=hands.county, at=AT)
    publish_county_warning(said=of(west), by=hands.county, at=AT)
    with pytest.raises(CountyWarnedAlready):
        publish_county_warning(said=of(east), by=hands.county, at=AT)

    ended = end_county_warning(warning=first, by=hands.county, at=AT + HOUR)
    publish_county_warning(said=of(east), by=hands.county, at=AT + HOUR)

    assert (ended.state, ended.ended_by) == ("已解除", hands.county)
    assert CountyWarning.objects.in_force().count() == 2
    with pytest.raises(CountyWarningOver):
        end_county_warning(warning=first, by=hands.county, at=AT + HOUR)


def test_a_warning_of_the_city_takes_over_and_a_hint_or_a_drill_does_not(hands: Hands) -> None:
    east, west = counties()
    mine = publish_county_warning(said=of(east), by=hands.county, at=AT + HOUR)
    a_warning(hands, "hint")
    a_warning(hands, drill=a_drill(hands))
    publish_county_warning(said=of(west), by=hands.county, at=AT)
    assert CountyWarning.objects.in_force().count() == 2

    city = a_warning(hands)

    mine.refresh_from_db()
    assert (mine.taken_over_by, mine.state) == (city, "由市级预警接替")
    assert mine.ended_at == mine.published_at  # later than what the city saw as its own moment
    assert not CountyWarning.objects.in_force().exists()
    with pytest.raises(CityWarns, match=city.number):
        publish_county_warning(said=of(east), by=hands.county, at=AT + 2 * HOUR)


def test_a_county_publishes_and_ends_from_its_pages_and_everybody_reads_it(
    hands: Hands, client: Client
) -> None:
    east, west = counties()
    a_grant(hands.county, "alert-county", region=east)
    county, at = a_browser(hands.county), timezone.localtime()
    said = {
        "region": east.pk,
        "level_key": "orange",
        "predicted_start": f"{at:%Y-%m-%dT%H:%M}",
        "predicted_end": f"{at + timedelta(days=1):%Y-%m-%dT%H:%M}",
        "text": "本县请减少户外活动",
        "signer": "指挥长",
    }
    draft = reverse("alerts:county_warning_draft")

    elsewhere = county.post(draft, {**said, "region": west.pk})
    backwards = county.post(draft, {**said, "predicted_end": said["predicted_start"]})
    published = county.post(draft, said)
    again = county.post(draft, said)
    public = client.get(reverse("alerts:public_air")).content.decode()
    shown = CountyWarning.objects.get()
    ending = reverse("alerts:county_warning_ending", args=[shown.pk])
    ended = county.post(ending, {"confirmed": "yes"})

    answers = [one.status_code for one in (elsewhere, backwards, published, again, ended)]
    assert answers == [422, 422, 302, 409, 302]
    assert said["text"] in public
    assert said["text"] not in client.get(reverse("alerts:public_air")).content.decode()
    assert "已解除" in county.get(shown.get_absolute_url()).content.decode()


def test_a_plan_is_filed_once_with_each_and_who_owes_one_is_named(hands: Hands) -> None:
    east, west = counties()
    county = PlanFiling.Kind.COUNTY
    day = plan_day()

    def file(kind: PlanFiling.Kind, region: Region, version: date, filed: date) -> PlanFiling:
        said = FilingSaid(kind, region, "指挥部", version, "市指挥部", filed)
        return file_plan(said=said, by=hands.officer, at=AT)

    file(county, east, day, day)
    file(county, west, day - timedelta(days=9), day - timedelta(days=1))
    for kind, version, filed, words in (
        (county, day, day, "已经登记"),
        (county, day, day - timedelta(days=1), "早于"),
        (county, day, AT.date() + timedelta(days=1), "还没有到"),
        (PlanFiling.Kind.CITY, day, day, "市"),
    ):
        with pytest.raises(Refused, match=words):
            file(kind, east, version, filed)

    office = a_user()
    a_grant(office, "alert-officer")
    page = a_browser(office).get(reverse("alerts:filings")).content.decode()
    assert f"还没有备案的 1 个：</strong>{west}</span>" in page
