"""Addresses: targets, figures, verdicts, leagues; and what the public sees of them."""

from django.urls import path

from guangyue.indicators.views import figures, public, targets, watching

app_name = "indicators"
urlpatterns = [
    path("indicators/", public.public, name="public"),
    path("indicators/<slug:code>/", public.public_target, name="public_target"),
    path("desk/indicators/", watching.dashboard, name="dashboard"),
    path("desk/indicators/evaluation/", watching.evaluation, name="evaluation"),
    path("desk/indicators/to-judge/", watching.to_judge, name="to_judge"),
    path("desk/indicators/leagues/", watching.leagues, name="leagues"),
    path("desk/indicators/links/", watching.links, name="links"),
    path("desk/indicators/gaps/", watching.gap_lists, name="gap_lists"),
    path("desk/indicators/gaps/new/", watching.new_gap_list, name="new_gap_list"),
    path("desk/indicators/gaps/<int:year>/<int:quarter>/", watching.gap_list, name="gap_list"),
    path("desk/indicators/targets/", targets.targets, name="targets"),
    path("desk/indicators/targets/new/", targets.new_target, name="new_target"),
    path("desk/indicators/targets/<slug:code>/", targets.target, name="target"),
    path("desk/indicators/targets/<slug:code>/confirmation/", targets.confirmation, name="confirmation"),
    path("desk/indicators/targets/<slug:code>/parts/", targets.splitting, name="splitting"),
    path("desk/indicators/targets/<slug:code>/adjustment/", targets.adjustment, name="adjustment"),
    path("desk/indicators/targets/<slug:code>/withdrawal/", targets.withdrawal, name="withdrawal"),
    path("desk/indicators/targets/<slug:code>/condition/", targets.condition, name="condition"),
    path("desk/indicators/targets/<slug:code>/judgement/", targets.judgement, name="judgement"),
    path("desk/indicators/targets/<slug:code>/figures/new/", figures.new_figure, name="new_figure"),
    path("desk/indicators/figures/", figures.figures, name="figures"),
    path("desk/indicators/figures/table/", figures.figure_table, name="figure_table"),
    path("desk/indicators/figures/<int:pk>/", figures.figure, name="figure"),
    path("desk/indicators/figures/<int:pk>/evidence/", figures.evidence, name="evidence"),
    path("desk/indicators/figures/<int:pk>/evidence/file/", figures.evidence_file, name="evidence_file"),
    path("desk/indicators/figures/<int:pk>/verification/", figures.verification, name="verification"),
    path("desk/indicators/figures/<int:pk>/rejection/", figures.rejection, name="rejection"),
]
