"""Applications under `applications/` for those who apply; under `desk/` for those who decide."""

from django.urls import path

from guangyue.grants.views import own, review, rosters

app_name = "grants"
urlpatterns = [
    path("applications/", own.mine, name="mine"),
    path("applications/new/<str:code>/", own.apply, name="apply"),
    path("applications/<uuid:key>/", own.own_application, name="own_application"),
    path("applications/<uuid:key>/notice/", own.own_notice, name="own_notice"),
    path("applications/<uuid:key>/withdrawal/", own.withdrawal, name="withdrawal"),
    path("desk/applications/", review.applications, name="applications"),
    path("desk/applications/<slug:number>/", review.application, name="application"),
    path("desk/applications/<slug:number>/acceptance/", review.acceptance, name="acceptance"),
    path("desk/applications/<slug:number>/supplement/", review.supplement, name="supplement"),
    path("desk/decisions/", review.decisions, name="decisions"),
    path("desk/decisions/<slug:number>/", review.decision, name="decision"),
    path("desk/decisions/<slug:number>/notice/", review.notice, name="notice"),
    path("desk/decisions/<slug:number>/correction/", review.correction, name="correction"),
    path("desk/rosters/", rosters.rosters, name="rosters"),
    path("desk/rosters/new/", rosters.choosing, name="roster_choosing"),
    path("desk/rosters/new/<str:code>/", rosters.intake, name="roster_intake"),
    path("desk/rosters/<uuid:key>/", rosters.roster, name="roster"),
    path("desk/rosters/<uuid:key>/confirmation/", rosters.confirmation, name="roster_confirmation"),
]
