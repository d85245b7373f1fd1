"""Addresses."""

from django.urls import path

from guangyue.matters.views import catalogue, guides
from guangyue.matters.views.desk import changing, checking, closing, reports, tables

app_name = "matters"

MATTER = "desk/matters/<slug:code>/"
VERSION = MATTER + "versions/<int:number>/"

urlpatterns = [
    path("matters/", catalogue.catalogue, name="catalogue"),
    path("matters/<slug:code>/", guides.matter, name="matter"),
    path("matters/<slug:code>/guide/<slug:variant>/", guides.guide, name="guide"),
    path("matters/<slug:code>/guide/<slug:variant>/paper/", guides.guide_paper, name="guide_paper"),
    path("desk/matters/", tables.matters, name="desk_matters"),
    path("desk/matters-new/", changing.new_matter, name="new_matter"),
    path("desk/matters-comparison/", reports.comparison, name="comparison"),
    path("desk/matters-comparison/reporting/", reports.reporting, name="reporting"),
    path("desk/matters-compliance/", reports.compliance, name="compliance"),
    path("desk/matters-reductions/", reports.reductions, name="reductions"),
    path("desk/matters-whole/", reports.whole, name="whole"),
    path(MATTER, tables.matter, name="desk_matter"),
    path(MATTER + "change/", changing.change, name="change"),
    path(MATTER + "closing/", closing.closing, name="closing"),
    path(MATTER + "reopening/", closing.reopening, name="reopening"),
    path(MATTER + "local/<int:pk>/", closing.local, name="local"),
    path(VERSION, tables.version, name="version"),
    path(VERSION + "parts/<slug:name>/", changing.part, name="part"),
    path(VERSION + "sheet/", changing.sheet, name="sheet"),
    path(VERSION + "submission/", changing.submission, name="submission"),
    path(VERSION + "abandonment/", changing.abandonment, name="abandonment"),
    path(VERSION + "basis/", checking.basis, name="basis"),
    path(VERSION + "basis-return/", checking.basis_return, name="basis_return"),
    path(VERSION + "standard-return/", checking.standard_return, name="standard_return"),
    path(VERSION + "release/", checking.release, name="release"),
]
