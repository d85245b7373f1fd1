"""Addresses: proposals read from documents, tasks, what units owe and report, what is chased."""

from django.urls import path

from guangyue.tasks.proposal_urls import PAGES as PROPOSALS
from guangyue.tasks.views import doing, ledger, papers, public, reporting, summary, supervising, unit

app_name = "tasks"
urlpatterns = [
    path("tasks/", public.public, name="public"),
    path("tasks/<int:pk>/", public.public_assignment, name="public_assignment"),
    path("tasks/calendar/<uuid:token>.ics", unit.calendar, name="calendar"),
    path("desk/tasks/", ledger.ledger, name="ledger"),
    path("desk/tasks/terms/", ledger.settings_page, name="terms"),
    path("desk/tasks/documents/", ledger.documents, name="documents"),
    path("desk/tasks/documents/<int:pk>/", ledger.document, name="document"),
    path("desk/tasks/documents/<int:pk>/successor/", ledger.successor, name="successor"),
    path("desk/tasks/<int:pk>/", ledger.assignment, name="assignment"),
    path("desk/tasks/<int:pk>/acceptance/", doing.acceptance, name="acceptance"),
    path("desk/tasks/<int:pk>/dispute/", doing.dispute, name="dispute"),
    path("desk/tasks/<int:pk>/settlement/", supervising.settlement, name="settlement"),
    path("desk/tasks/<int:pk>/plan/", doing.plan, name="plan"),
    path("desk/tasks/<int:pk>/progress/", doing.progress, name="progress"),
    path("desk/tasks/<int:pk>/closing/", doing.closing, name="closing"),
    path("desk/tasks/<int:pk>/part/", doing.part, name="part"),
    path("desk/tasks/<int:pk>/change/", doing.change_asked, name="change_asked"),
    path("desk/tasks/<int:pk>/proposed-change/", supervising.change_proposed, name="change_proposed"),
    path("desk/tasks/<int:pk>/check/", supervising.check, name="check"),
    path("desk/tasks/<int:pk>/prod/", supervising.urging, name="urging"),
    path("desk/tasks/<int:pk>/same/", supervising.same, name="same"),
    path("desk/tasks/steps/<int:pk>/completion/", doing.step, name="step"),
    path("desk/tasks/evidence/<int:pk>/", ledger.evidence, name="evidence"),
    path("desk/tasks/closings/", supervising.to_check, name="to_check"),
    path("desk/tasks/closings/<int:pk>/", supervising.closing_check, name="closing_check"),
    path("desk/tasks/changes/", supervising.changes, name="changes"),
    path("desk/tasks/changes/<int:pk>/", supervising.change, name="change"),
    path("desk/tasks/changes/<int:pk>/decision/", supervising.change_decision, name="change_decision"),
    path("desk/tasks/prods/", supervising.prods, name="prods"),
    path("desk/tasks/prods/<int:pk>/", supervising.prod, name="prod"),
    path("desk/tasks/prods/<int:pk>/answer/", supervising.prod_answer, name="prod_answer"),
    path("desk/tasks/reports/", reporting.owed_reports, name="owed_reports"),
    path("desk/tasks/reports/<int:pk>/", reporting.owed_report, name="owed_report"),
    path("desk/tasks/reports/<int:pk>/handing-in/", reporting.handing_in, name="handing_in"),
    path("desk/tasks/reports/<int:pk>/sending-back/", reporting.sending_back, name="sending_back"),
    path("desk/tasks/reports/<int:pk>/review/", reporting.review, name="review"),
    path("desk/tasks/unit/", unit.unit, name="unit"),
    path("desk/tasks/unit/calendar/", unit.feed_renewal, name="feed_renewal"),
    path("desk/tasks/summary/", summary.summary_page, name="summary"),
    path("desk/tasks/papers/", papers.papers, name="papers"),
    path("desk/tasks/papers/paper/", papers.paper, name="paper"),
    path("desk/tasks/papers/document/", papers.paper_document, name="paper_document"),
    *PROPOSALS,
]
