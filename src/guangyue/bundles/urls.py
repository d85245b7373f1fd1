"""一件事: `themes/` for everyone, `themes/own/` for those who apply, under `desk/` for officials."""

from django.urls import path

from guangyue.bundles.views import own, own_papers, public
from guangyue.bundles.views.desk import bundles, compliance, designing, proposals, reports, themes, window

app_name = "bundles"
OWN = "themes/own/<uuid:key>/"
THEME = "desk/themes/<slug:key>/"
BUNDLE = "desk/bundles/<slug:number>/"
DRAFT = "desk/window/bundles/<uuid:key>/"

urlpatterns = [
    path("themes/", public.catalogue, name="catalogue"),
    path("themes/proposals/", public.proposing, name="proposing"),
    path("themes/proposals/answers/", public.asking, name="asking"),
    path("themes/proposals/<slug:code>/", public.proposal, name="proposal"),
    path("themes/own/", own.bundles, name="own_bundles"),
    path(OWN, own.bundle, name="own_bundle"),
    path(OWN + "form/", own.fill, name="own_fill"),
    path(OWN + "papers/", own_papers.papers, name="own_papers"),
    path(OWN + "papers/<int:pk>/", own_papers.paper, name="own_paper"),
    path(OWN + "files/<int:pk>/", own_papers.file, name="own_file"),
    path(OWN + "receipt/", own.receipt, name="own_receipt"),
    path(OWN + "decision/", own.decision, name="own_decision"),
    path(OWN + "withdrawal/", own.withdrawal, name="own_withdrawal"),
    path("themes/<slug:key>/", public.theme, name="theme"),
    path("themes/<slug:key>/begin/", own.begin, name="begin"),
    path("desk/themes/", themes.themes, name="desk_themes"),
    path("desk/themes-new/", designing.new_theme, name="new_theme"),
    path("desk/themes-compliance/", compliance.compliance, name="compliance"),
    path("desk/themes-data/", compliance.data_demands, name="data_demands"),
    path("desk/themes-data/<slug:theme>/<int:place>/", compliance.connecting, name="connecting"),
    path("desk/themes-reviews/<int:pk>/", themes.reviewing, name="reviewing"),
    path("desk/themes-checks/<int:pk>/", themes.checking, name="checking"),
    path(THEME, themes.theme, name="desk_theme"),
    path(THEME + "design/", designing.designing, name="designing"),
    path(THEME + "review/", themes.step, {"name": "review"}, name="sending_to_review"),
    path(THEME + "release/", themes.step, {"name": "release"}, name="release"),
    path(THEME + "change/", themes.step, {"name": "change"}, name="change"),
    path(THEME + "resumption/", themes.step, {"name": "resume"}, name="resumption"),
    path(THEME + "suspension/", themes.suspension, name="suspension"),
    path(THEME + "cancelling/", themes.cancelling, name="cancelling"),
    path("desk/theme-proposals/", proposals.proposals, name="desk_proposals"),
    path("desk/theme-proposals/new/", proposals.reporting, name="reporting"),
    path("desk/theme-proposals/<int:pk>/", proposals.proposal, name="desk_proposal"),
    path("desk/theme-proposals/<int:pk>/answer/", proposals.answering, name="answering"),
    path("desk/window/themes/<slug:key>/", window.take_in, name="take_in"),
    path(DRAFT, window.counter, name="counter"),
    path(DRAFT + "discarding/", window.counter_discard, name="counter_discard"),
    path(DRAFT + "notice/", window.counter_notice, name="counter_notice"),
    path("desk/bundles-reports/", reports.reports, name="reports"),
    path("desk/bundles/", bundles.bundles, name="desk_bundles"),
    path(BUNDLE, bundles.bundle, name="desk_bundle"),
    path(BUNDLE + "receipt/", window.receipt, name="receipt"),
    path(BUNDLE + "acceptance/", bundles.acceptance, name="acceptance"),
    path(BUNDLE + "delivery/", bundles.delivery, name="delivery"),
    path(BUNDLE + "decision/", bundles.decision, name="decision"),
]
