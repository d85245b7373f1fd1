"""Addresses: `cases/` for those who apply; under `desk/` for those who handle them."""

from django.urls import path

from guangyue.cases.views.desk import case, lists, moves, reviewing

app_name = "cases"
urlpatterns = [
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
    path("desk/case-files/<uuid:key>/", case.paper_file, name="paper_file"),
]
