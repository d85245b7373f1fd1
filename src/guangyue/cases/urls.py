"""Addresses: `cases/` for those who apply; under `desk/` for those who handle them."""

from django.urls import path

from guangyue.cases.views.desk import moves

app_name = "cases"
urlpatterns = [
    path("desk/cases/<slug:number>/moves/<slug:arrow>/", moves.move, name="move"),
]
