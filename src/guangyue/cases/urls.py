"""Addresses: `cases/` for those who apply; under `desk/` for those who handle them."""

from django.urls import path

from guangyue.cases.views import letters, public
from guangyue.cases.views.desk import case, lists, moves, reports, reviewing, window
from guangyue.cases.views.own import (
    beginning,
    cases,
    filling,
    handing_in,
    mandates,
    papers,
    progress,
)

app_name = "cases"
urlpatterns = [
    path("cases/begin/<str:code>/", beginning.begin, name="begin"),
    path("cases/drafts/<uuid:key>/", filling.fill, name="fill"),
    path("cases/drafts/<uuid:key>/papers/", papers.papers, name="fill_papers"),
    path("cases/drafts/<uuid:key>/review/", handing_in.review, name="fill_review"),
    path("cases/drafts/<uuid:key>/discard/", filling.discard, name="discard"),
    path("cases/own/", cases.cases, name="own_cases"),
    path("cases/own/<uuid:key>/", cases.case, name="own_case"),
    path("cases/own/<uuid:key>/receipt/", handing_in.receipt, name="own_receipt"),
    path("cases/own/<uuid:key>/papers/<int:pk>/", papers.paper, name="own_paper"),
    path("cases/own/<uuid:key>/moves/<slug:arrow>/", cases.move, name="own_move"),
    path("cases/files/<uuid:key>/", papers.own_file, name="own_file"),
    path("cases/public/", public.public_cases, name="public"),
    path("cases/progress/", progress.progress, name="progress"),
    path("cases/flows/<slug:key>/", progress.flow, name="flow"),
    path("cases/mandates/", mandates.mandates, name="mandates"),
    path("cases/mandates/new/<str:code>/", mandates.mandate_giving, name="mandate_giving"),
    path("cases/mandates/<int:pk>/end/", mandates.mandate_end, name="mandate_end"),
    path("desk/helping/", mandates.helping, name="helping"),
    path("desk/helping/new/", mandates.paper_mandate, name="paper_mandate"),
    path("desk/cases/", lists.cases, name="cases"),
    path("desk/cases/waiting/<slug:pile>/", lists.waiting, name="waiting"),
    path("desk/cases/<slug:number>/", case.case, name="case"),
    path("desk/cases/<slug:number>/look/", case.look, name="look"),
    path("desk/cases/<slug:number>/moves/<slug:arrow>/", moves.move, name="move"),
    path("desk/cases/<slug:number>/points/<int:point>/", reviewing.point, name="point"),
    path("desk/cases/<slug:number>/charges/", reviewing.charges, name="charges"),
    path("desk/cases/<slug:number>/charges/<int:pk>/payment/", reviewing.payment, name="payment"),
    path("desk/cases/<slug:number>/papers/<int:pk>/return/", reviewing.return_paper, name="return_paper"),
    path("desk/cases/<slug:number>/duties/<int:pk>/", reviewing.duty, name="duty"),
    path("desk/opinions/<int:pk>/", reviewing.opinion, name="opinion"),
    path("desk/case-reports/", reports.reports, name="reports"),
    path("desk/case-reports/paper/", reports.report_paper, name="report_paper"),
    path("desk/case-reports/screen/", reports.screen, name="screen"),
    path("desk/window/", window.window, name="window"),
    path("desk/window/drafts/<uuid:key>/", window.counter, name="counter"),
    path("desk/window/drafts/<uuid:key>/discarding/", window.counter_discard, name="counter_discard"),
    path("desk/window/receipts/<slug:number>/", window.receipt, name="window_receipt"),
    path("desk/window/matters/<str:code>/", window.take_in, name="take_in"),
    path("desk/case-files/<uuid:key>/", case.paper_file, name="paper_file"),
    path("letters/check/", letters.check_letter, name="check_letter"),
    path("desk/letters/<str:number>/", letters.letter, name="letter"),
    path("desk/letters/<str:number>/paper/", letters.letter_paper, name="letter_paper"),
    path("desk/letters/<str:number>/correction/", letters.correction, name="correction"),
    path("cases/<uuid:key>/letters/<str:number>/", letters.own_letter, name="own_letter"),
]
