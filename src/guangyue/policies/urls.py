"""The addresses of this mechanism."""

from django.urls import path

from guangyue.policies.rehearsing import drafting, results
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
    path("desk/drafts/", drafting.drafts, name="drafts"),
    path("desk/drafts/new/", drafting.drafting, name="drafting"),
    path("desk/drafts/<int:number>/", drafting.draft, name="draft"),
    path("desk/drafts/<int:number>/name/", drafting.renaming, name="draft_renaming"),
    path("desk/drafts/<int:number>/figures/", drafting.draft_figures, name="draft_figures"),
    path("desk/drafts/<int:number>/figures/<slug:key>/", drafting.draft_figure, name="draft_figure"),
    path(
        "desk/drafts/<int:number>/figures/<int:place>/dropping/",
        drafting.figure_dropping,
        name="draft_figure_dropping",
    ),
    path("desk/drafts/<int:number>/rules/", drafting.draft_rules, name="draft_rules"),
    path("desk/drafts/<int:number>/rules/<str:code>/", drafting.draft_rule, name="draft_rule"),
    path(
        "desk/drafts/<int:number>/rules/<str:code>/dropping/",
        drafting.rule_dropping,
        name="draft_rule_dropping",
    ),
    path("desk/drafts/<int:number>/sharing/", drafting.sharing, name="draft_sharing"),
    path("desk/drafts/<int:number>/archiving/", drafting.archiving, name="draft_archiving"),
    path("desk/drafts/<int:number>/copying/", drafting.copying, name="draft_copying"),
    path("desk/drafts/<int:number>/rehearsing/", drafting.rehearsing, name="draft_rehearsing"),
    path("desk/rehearsals/comparison/", results.rehearsals_compared, name="rehearsals_compared"),
    path("desk/rehearsals/<int:number>/", results.rehearsal, name="rehearsal"),
    path("desk/rehearsals/<int:number>/<slug:kind>/", results.rehearsal_people, name="rehearsal_people"),
]
