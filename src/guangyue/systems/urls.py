"""What runs because of the gazette: open to all, and on the desk."""

from django.urls import path

from guangyue.systems import views

app_name = "systems"
urlpatterns = [
    path("coverage/", views.coverage, name="coverage"),
    path("coverage/<str:number>/", views.document, name="document"),
    path("desk/coverage/", views.desk_coverage, name="desk_coverage"),
    path("desk/coverage/<str:number>/", views.desk_document, name="desk_document"),
]
