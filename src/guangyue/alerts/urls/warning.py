"""Sheets, warnings, what counties answer, drills; the public pages."""

from django.urls import URLPattern, path

from guangyue.alerts.views import counties, preparing, public_air, sheets, warnings

DESK = "desk/air"
SHEET = f"{DESK}/sheets/<slug:number>"
WARNING = f"{DESK}/warnings/<slug:number>"

PATTERNS: list[URLPattern] = [
    path("air/", public_air.air, name="public_air"),
    path("air/warnings.atom", public_air.warning_feed, name="warning_feed"),
    path("air/warnings/", public_air.public_warnings, name="public_warnings"),
    path("air/warnings/<slug:number>/", public_air.public_warning, name="public_warning"),
    path("air/warnings/<slug:number>/cap.xml", public_air.warning_message, name="warning_message"),
    path("air/warnings/<slug:number>/lifting.xml", public_air.lifting_message, name="lifting_message"),
    path(f"{DESK}/sheets/", sheets.sheets, name="sheets"),
    path(f"{DESK}/sheets/new/", sheets.sheet_draft, name="sheet_draft"),
    path(f"{SHEET}/", sheets.sheet, name="sheet"),
    path(f"{SHEET}/paper.pdf", sheets.sheet_file, name="sheet_file"),
    path(f"{SHEET}/editing/", sheets.sheet_editing, name="sheet_editing"),
    path(f"{SHEET}/submission/", sheets.submission, name="sheet_submission"),
    path(f"{SHEET}/check/", sheets.check, name="sheet_check"),
    path(f"{SHEET}/approval/", sheets.approval, name="sheet_approval"),
    path(f"{SHEET}/returning/", sheets.returning, name="sheet_returning"),
    path(f"{SHEET}/voiding/", sheets.voiding, name="sheet_voiding"),
    path(f"{SHEET}/sending/", sheets.sending, name="sheet_sending"),
    path(f"{DESK}/warnings/", warnings.warnings, name="warnings"),
    path(f"{WARNING}/", warnings.warning, name="warning"),
    path(f"{WARNING}/paper.pdf", warnings.warning_file, name="warning_file"),
    path(f"{WARNING}/lifting.pdf", warnings.lifting_file, name="lifting_file"),
    path(f"{WARNING}/adjusting/", sheets.adjusting, name="adjusting"),
    path(f"{WARNING}/lifting/", sheets.lifting, name="lifting"),
    path(f"{WARNING}/publicity/", warnings.publicity, name="publicity"),
    path(f"{WARNING}/evaluation/", warnings.evaluation, name="evaluation"),
    path(f"{WARNING}/evaluation/paper.pdf", warnings.evaluation_file, name="evaluation_file"),
    path(f"{WARNING}/evaluating/", warnings.evaluating, name="evaluating"),
    path(f"{DESK}/receipts/", counties.receipts, name="receipts"),
    path(f"{DESK}/receipts/<int:pk>/", counties.receipt, name="receipt"),
    path(f"{DESK}/receipts/<int:pk>/reception/", counties.reception, name="reception"),
    path(f"{DESK}/receipts/<int:pk>/notification/", counties.notification, name="notification"),
    path(f"{DESK}/reports/", counties.county_reports, name="county_reports"),
    path(f"{DESK}/reports/<int:pk>/", counties.county_report, name="county_report"),
    path(f"{DESK}/reports/<int:pk>/reporting/", counties.reporting, name="reporting"),
    path(f"{DESK}/regional/", preparing.regional_notices, name="regional_notices"),
    path(f"{DESK}/regional/new/", preparing.regional_notice_entry, name="regional_notice_entry"),
    path(f"{DESK}/regional/<int:pk>/", preparing.regional_notice, name="regional_notice"),
    path(f"{DESK}/regional/<int:pk>/end/", preparing.calling_off, name="calling_off"),
    path(f"{DESK}/drills/", preparing.drills, name="drills"),
    path(f"{DESK}/drills/new/", preparing.drill_draft, name="drill_draft"),
    path(f"{DESK}/drills/<int:pk>/", preparing.drill, name="drill"),
    path(f"{DESK}/drills/<int:pk>/sheet/", sheets.drill_sheet_draft, name="drill_sheet_draft"),
    path(f"{DESK}/drills/<int:pk>/end/", preparing.drill_ending, name="drill_ending"),
    path(f"{DESK}/trainings/", preparing.trainings, name="trainings"),
    path(f"{DESK}/trainings/new/", preparing.training_entry, name="training_entry"),
    path(f"{DESK}/revisions/", preparing.revisions, name="revisions"),
    path(f"{DESK}/revisions/new/", preparing.revision_entry, name="revision_entry"),
    path(f"{DESK}/revisions/<int:pk>/", preparing.revision, name="revision"),
    path(f"{DESK}/revisions/<int:pk>/decision/", preparing.revision_decision, name="revision_decision"),
    path(f"{DESK}/commanders/", preparing.commanders, name="commanders"),
    path(f"{DESK}/commanders/new/", preparing.commander_entry, name="commander_entry"),
    path(f"{DESK}/commanders/<int:pk>/relief/", preparing.relief, name="relief"),
]
