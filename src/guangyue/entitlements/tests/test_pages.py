"""政策找人 as pages: the figures add up to the lists, and nobody sees another's match."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import Grant, Kind
from guangyue.entitlements.glances import findings_at_a_glance, matches_beside_rule
from guangyue.entitlements.models import Answer, Call, GapLine, Match, Need, Run, Silence
from guangyue.entitlements.services.gaps import report_gaps
from guangyue.entitlements.statistics import STATES_COUNTED, searched_policies, tallies
from guangyue.entitlements.tests.cities import AT, a_run, load_city
from guangyue.kit.access import EVERYWHERE
from guangyue.registries.models import Correction
from guangyue.registries.tests.factories import CITY, EAST, a_user, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(settings, tmp_path: Path) -> Run:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
    settings.GUANGYUE_DAY = CITY.on
    load_city()
    return a_run()


def signed_in(client: Client, role: str, region: str | None = None) -> Client:
    official = an_official(role)
    Grant.objects.filter(user=official).update(region=region)
    client.force_login(official)
    return client


def page(client: Client, name: str, *arguments: object, **asked: str) -> str:
    answer = client.get(reverse(f"entitlements:{name}", args=arguments), asked)
    content = answer.getvalue()
    assert answer.status_code == 200, content.decode()[-2000:]
    return content.decode("utf-8", "replace")


def test_the_figures_add_up_to_the_lists_behind_them(city: Run) -> None:
    found = tallies(scope=EVERYWHERE)

    for name, state in STATES_COUNTED.items():
        counted = sum(getattr(one, name) for districts in found.values() for one in districts.values())
        assert counted == Match.objects.filter(state=state).count()
    money = sum(one.unclaimed_money for districts in found.values() for one in districts.values())
    assert money == sum(one.amount or 0 for one in Match.objects.unclaimed())


def test_the_desk_shows_the_figures_the_lists_and_the_runs(city: Run, client: Client) -> None:
    signed_in(client, "policy-finder")

    assert "符合未申领" in page(client, "finding")
    assert "政策" in page(client, "finding", district="990101")
    assert page(client, "finding", export="csv").count("\n") > len(searched_policies())
    assert "匹配名单" in page(client, "matches", state="entitled")
    assert "运行记录" in page(client, "runs")
    assert city.parts.get().sha256 in page(client, "run", city.pk)
    assert page(client, "run_file", city.pk, 0).startswith("PAR1")
    assert "针对日期" in page(client, "running")


def test_a_month_is_reported_once_and_stays_as_it_was(city: Run, client: Client) -> None:
    signed_in(client, "policy-finder")
    month = datetime(2021, 5, 1, tzinfo=UTC).date()

    lines = report_gaps(month=month, at=AT)
    Match.objects.unclaimed().delete()

    assert lines == GapLine.objects.count() > 0
    assert report_gaps(month=month, at=AT) == 0
    assert "2021-05" in page(client, "gaps")


def test_a_worker_sees_those_of_the_own_townships_and_no_policy(city: Run, client: Client) -> None:
    signed_in(client, "community-worker", region="990101")
    mine = Call.objects.filter(region=EAST).first()
    other = Call.objects.exclude(region=EAST).first()
    assert mine
    assert other

    listed, shown = page(client, "calls"), page(client, "call", mine.pk)

    assert client.get(other.get_absolute_url()).status_code == 404
    assert mine.person.id_number not in listed + shown
    assert mine.person.masked_number in shown
    assert not any(one.title in listed + shown for one in searched_policies().values())


def test_what_came_of_a_call_is_noted_once(city: Run, client: Client) -> None:
    signed_in(client, "community-worker")
    call = Call.objects.first()
    assert call

    told = client.post(call.get_absolute_url(), {"outcome": "reached", "remark": "周末再联系"})
    again = client.post(call.get_absolute_url(), {"outcome": "nobody"})

    call.refresh_from_db()
    assert told.status_code == 302
    assert (call.outcome, call.remark) == ("reached", "周末再联系")
    assert again.status_code == 409
    assert client.post(call.get_absolute_url(), {"outcome": "maybe"}).status_code == 422


def test_signals_of_hardship_are_needs_for_the_town_without_a_diagnosis(city: Run, client: Client) -> None:
    signed_in(client, "community-worker")
    need = Need.objects.first()
    assert need
    Need.objects.update(signals=["large-medical-cost"])

    shown = page(client, "needs") + page(client, "need", need.pk)

    assert "医疗负担可能较重" in shown
    assert not any(word in shown for word in ("肿瘤", "肾病", "精神疾病", "贫血", "移植"))
    client.post(need.get_absolute_url(), {"outcome": "no_hardship"})
    need.refresh_from_db()
    assert need.outcome == "no_hardship"


def test_somebody_answers_their_own_match_and_no_other(city: Run, client: Client) -> None:
    mine, other = Match.objects.unclaimed().exclude(person=None).order_by("code", "pk")[:2]
    assert mine.person
    mine.person.account = a_user(Kind.CITIZEN)
    mine.person.save()
    client.force_login(mine.person.account)
    address = reverse("entitlements:answer", args=[mine.code])

    assert client.get(address, {"item": mine.item}).status_code == 200
    client.post(f"{address}?item={mine.item}", {"what": "not_mine"})
    wrong = client.post(f"{address}?item={mine.item}", {"what": "wrong_data"})
    client.post(
        f"{address}?item={mine.item}", {"what": "wrong_data", "fact": "person.wage", "reason": "工资写错了"}
    )

    assert wrong.status_code == 422
    assert [one.what for one in Answer.objects.order_by("pk")] == ["not_mine", "wrong_data"]
    assert Correction.objects.get().kind == "wage"
    assert client.get(reverse("entitlements:answer", args=["S20.nothing"])).status_code == 404
    if other.code != mine.code:
        assert client.get(reverse("entitlements:answer", args=[other.code])).status_code == 404


def test_whoever_wants_quiet_says_so_on_a_page_of_their_own(client: Client) -> None:
    somebody = a_user(Kind.CITIZEN)
    client.force_login(somebody)

    assert "免打扰" in page(client, "silence")
    client.post(reverse("entitlements:silence"), {"silent": "1"})
    assert Silence.objects.filter(user=somebody).exists()
    client.post(reverse("entitlements:silence"), {})
    assert not Silence.objects.exists()


def test_who_holds_no_permission_is_refused(city: Run, client: Client) -> None:
    signed_in(client, "librarian")

    for name in ("finding", "matches", "runs", "running", "gaps", "calls", "needs"):
        assert client.get(reverse(f"entitlements:{name}")).status_code == 403
    assert client.post(reverse("entitlements:repetition", args=[city.pk])).status_code == 403


def test_the_overview_and_the_rule_page_show_where_people_stand(city: Run) -> None:
    match = Match.objects.unclaimed().first()
    assert match
    assert match.offered

    assert len(list(findings_at_a_glance(scope=EVERYWHERE, on=CITY.on))) == 2
    assert len(list(matches_beside_rule(offered=match.offered, on=CITY.on, scope=EVERYWHERE))) == 5
