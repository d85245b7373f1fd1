"""Pages of sheets and warnings, on what the demonstration loads: each opens, for those who may."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user
from guangyue.alerts.declared import response_plan
from guangyue.alerts.demo.warnings import load_warnings
from guangyue.alerts.evaluating import figures_of
from guangyue.alerts.glances.warnings import (
    reports_to_send,
    revisions_to_decide,
    sheets_to_sign,
    warnings_to_receive,
)
from guangyue.alerts.models import (
    Commander,
    CountyReport,
    CountyWarning,
    Drill,
    Receipt,
    RegionalNotice,
    RevisionTrigger,
    Sheet,
    Warning,
)
from guangyue.alerts.papers.warnings import evaluation_paper, lifting_paper, sheet_paper, warning_paper
from guangyue.alerts.urls.warning import PATTERNS
from guangyue.kit.access import EVERYWHERE
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Region

NOT_OPENED = {
    "sheet_submission",
    "sheet_sending",
    "reception",
    "calling_off",
    "evaluation_report",
    "county_warning_ending",
}
OF_ROW = {
    **dict.fromkeys(
        ("sheet_editing", "sheet_check", "sheet_approval", "sheet_returning", "sheet_voiding"), "sheet"
    ),
    **dict.fromkeys(("drill_sheet_draft", "drill_ending"), "drill"),
    "notification": "receipt",
    "reporting": "county_report",
    "revision_decision": "revision",
    "relief": "commander",
}
OF_AN_ENDED_ONE = {"lifting_message", "evaluation", "evaluating"}


@pytest.fixture
def officer(db: None) -> User:
    """Who runs alerts in a city that has all the demonstration has."""
    city = a_region("990100")
    Region.objects.filter(pk=city.pk).update(kind=Region.Kind.CITY)
    for code in ("990101", "990102", "990103", "990104"):
        a_region(code, parent=city)
    officer, forecaster = a_user(), a_user()
    a_grant(officer, "alert-officer")
    a_grant(officer, "alert-county")
    a_grant(forecaster, "air-forecaster")
    for _ in response_plan().leaders:
        a_grant(a_user(), "commander")
    return officer


def test_every_page_opens_on_the_demonstration(officer: User, client: Client) -> None:
    at = timezone.now()
    load_warnings(lambda said: None, at=at)
    a_grant(officer, "commander")
    client.force_login(officer)
    rows = {
        "warning": Warning.objects.in_force().get(),
        "sheet": Sheet.objects.filter(kind="publish", exercise=False).earliest("pk"),
        "receipt": Receipt.objects.earliest("pk"),
        "county_report": CountyReport.objects.earliest("pk"),
        "county_warning": CountyWarning.objects.get(),
        "drill": Drill.objects.earliest("pk"),
        "revision": RevisionTrigger.objects.get(),
        "regional_notice": RegionalNotice.objects.get(),
        "commander": Commander.objects.earliest("pk"),
    }
    ended = Warning.objects.ended().real().get()
    figures = figures_of(ended, at=at)

    for pattern in PATTERNS:
        name = str(pattern.name)
        if name in NOT_OPENED or name.endswith("_file"):
            continue
        row = rows.get(OF_ROW.get(name, name), rows["warning"])
        row = ended if name in OF_AN_ENDED_ONE else row
        given = {part: getattr(row, part) for part in pattern.pattern.converters}
        assert client.get(reverse(f"alerts:{name}", kwargs=given)).status_code == 200, name
    for paper in (
        sheet_paper(ended.sheet),
        warning_paper(ended),
        lifting_paper(ended),
        evaluation_paper(ended, figures, None),
    ):
        assert paper.laid_out()["title"]


def test_a_sheet_is_drafted_signed_and_sent_from_the_pages(officer: User, client: Client) -> None:
    load_warnings(lambda said: None, at=timezone.now() - timedelta(days=1))
    signer = Commander.objects.get(post=response_plan().leaders[1]).account
    orange = Warning.objects.in_force().get()
    practised = Sheet.objects.get(exercise=True, state="checked")
    client.force_login(officer)
    start = timezone.localtime() + timedelta(hours=30)
    said = {
        **orange.sheet.said,
        "level_key": "yellow",
        "predicted_start": f"{start:%Y-%m-%dT%H:%M}",
        "predicted_end": f"{start + timedelta(days=2):%Y-%m-%dT%H:%M}",
        "consultation": orange.sheet.consultation_id,
    }
    RegionalNotice.objects.update(called_off_at=timezone.now())

    wrong = client.post(
        f"{orange.get_absolute_url()}adjusting/", {**said, "predicted_end": "2020-01-01T00:00"}
    )
    client.post(f"{orange.get_absolute_url()}adjusting/", said)
    sheet = Sheet.objects.latest("pk")
    client.post(f"{sheet.get_absolute_url()}submission/")
    client.force_login(Commander.objects.get(post=response_plan().checker).account)
    client.post(f"{sheet.get_absolute_url()}check/", {"remark": ""})
    todo = [one.link for one in sheets_to_sign(user=signer, scope=EVERYWHERE, at=timezone.now())]
    client.force_login(signer)
    client.post(f"{sheet.get_absolute_url()}approval/", {"remark": "同意"})
    client.force_login(officer)
    asked = client.post(f"{sheet.get_absolute_url()}sending/")
    sent = client.post(f"{sheet.get_absolute_url()}sending/", {"confirmed": "yes"})

    yellow = Warning.objects.in_force().get()
    assert (wrong.status_code, asked.status_code, sent.status_code) == (422, 200, 302)
    assert (yellow.sheet, yellow.level_key, yellow.follows) == (sheet, "yellow", orange)
    assert set(todo) == {practised.get_absolute_url(), sheet.get_absolute_url()}
    found = [
        len(list(find(user=officer, scope=EVERYWHERE, at=timezone.now())))
        for find in (warnings_to_receive, reports_to_send, revisions_to_decide)
    ]
    assert found == [4, 0, 1]
    assert (
        not Notification.objects.filter(title__contains="演练").exclude(title__startswith="【演练】").exists()
    )
