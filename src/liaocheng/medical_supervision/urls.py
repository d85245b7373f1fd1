"""Addresses of the medical sector's yearly figures."""

from django.urls import path

from liaocheng.medical_supervision import views

app_name = "medical_supervision"

urlpatterns = [
    path("desk/medical-supervision/", views.report, name="report"),
    path("desk/medical-supervision/paper/", views.paper, name="paper"),
]
