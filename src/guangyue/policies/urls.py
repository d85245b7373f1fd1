"""The addresses of this mechanism."""

from django.urls import path

from guangyue.policies.views import explorer, figures, rules

app_name = "policies"
urlpatterns = [
    path("desk/rules/", rules.rules, name="rules"),
    path("desk/rules/<str:code>/", rules.rule, name="rule"),
    path("desk/rules/<str:code>/explorer/", explorer.explorer, name="explorer"),
    path("desk/figures/", figures.figures, name="figures"),
    path("desk/figures/import/", figures.importing, name="figure_import"),
    path("desk/figures/entries/", figures.entries, name="figure_entries"),
    path("desk/figures/entries/<int:number>/", figures.entry, name="figure_entry"),
    path("desk/figures/entries/<int:number>/approval/", figures.approval, name="figure_approval"),
    path("desk/figures/entries/<int:number>/rejection/", figures.rejection, name="figure_rejection"),
    path("desk/figures/entries/<int:number>/withdrawal/", figures.withdrawal, name="figure_withdrawal"),
    path("desk/figures/<slug:key>/", figures.figure, name="figure"),
    path("desk/figures/<slug:key>/proposing/", figures.proposing, name="figure_proposing"),
]
