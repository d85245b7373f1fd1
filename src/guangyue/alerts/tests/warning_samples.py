"""Rows of sheets, warnings and what hangs on them, for the table of who may open what."""

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import CountyReport, CountyWarning, Receipt, Sheet, Warning
from guangyue.alerts.tests.warned import AT, a_consultation, said
from guangyue.kit.clocks import HOUR
from guangyue.organisations.models import Organisation, Region


def a_plain_warning(by: User) -> Warning:
    """Without the road to it: a row to be looked at."""
    if kept := Warning.objects.first():
        return kept
    consultation = a_consultation(by)
    whole = said(consultation=consultation)
    sheet = Sheet.objects.create(number="SP1", kind="publish", drafted_by=by, drafted_at=AT, **vars(whole))
    checked, approved = a_user(), a_user()
    rows = Sheet.objects.filter(pk=sheet.pk)
    rows.update(state="submitted")
    rows.update(state="checked", checked_by=checked, checked_post="主任", checked_at=AT)
    rows.update(state="approved", approved_by=approved, approved_post="副指挥长", approved_at=AT)
    rows.update(state="sent", sent_by=by, sent_at=AT)
    return Warning.objects.create(
        number="YJ1",
        level_key=sheet.level_key,
        sheet=sheet,
        published_at=AT,
        starts_at=AT,
        predicted_start=AT + 25 * HOUR,
        predicted_end=AT + 97 * HOUR,
    )


def receipt(*, region: Region, organisation: Organisation) -> dict[str, object]:
    warning = a_plain_warning(a_user())
    return {"pk": Receipt.objects.get_or_create(warning=warning, region=region)[0].pk}


def report(*, region: Region, organisation: Organisation) -> dict[str, object]:
    warning = a_plain_warning(a_user())
    late = {"due": AT + 72 * HOUR}
    Warning.objects.filter(pk=warning.pk, state="in_force").update(state="superseded", ended_at=AT + HOUR)
    return {"pk": CountyReport.objects.get_or_create(warning=warning, region=region, defaults=late)[0].pk}


def county_warning(*, region: Region, organisation: Organisation) -> dict[str, object]:
    said = {
        "level_key": "yellow",
        "predicted_start": AT,
        "predicted_end": AT + HOUR,
        "published_by": a_user(),
        "published_at": AT,
    }
    return {"pk": CountyWarning.objects.get_or_create(region=region, defaults=said)[0].pk}


SAMPLES = {
    **dict.fromkeys(("alerts:receipt", "alerts:reception", "alerts:notification"), receipt),
    **dict.fromkeys(("alerts:county_report", "alerts:reporting"), report),
    **dict.fromkeys(("alerts:county_warning", "alerts:county_warning_ending"), county_warning),
}
OF_THE_CITY = "预警是全市的，各县（市、区）都看得到"
PLACELESS = dict.fromkeys(
    (
        "alerts:sheet",
        "alerts:sheet_file",
        "alerts:sheet_editing",
        "alerts:sheet_submission",
        "alerts:sheet_check",
        "alerts:sheet_approval",
        "alerts:sheet_returning",
        "alerts:sheet_voiding",
        "alerts:sheet_sending",
        "alerts:warning",
        "alerts:warning_file",
        "alerts:lifting_file",
        "alerts:adjusting",
        "alerts:lifting",
        "alerts:publicity",
        "alerts:evaluation",
        "alerts:evaluation_file",
        "alerts:evaluation_report",
        "alerts:evaluating",
        "alerts:regional_notice",
        "alerts:calling_off",
        "alerts:drill",
        "alerts:drill_sheet_draft",
        "alerts:drill_ending",
        "alerts:revision",
        "alerts:revision_decision",
        "alerts:relief",
    ),
    OF_THE_CITY,
)
LISTS = {
    "alerts:receipts": "alerts:receipt",
    "alerts:county_reports": "alerts:county_report",
    "alerts:county_warnings": "alerts:county_warning",
}
