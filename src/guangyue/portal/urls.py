"""The public's front door."""

from django.urls import path

from guangyue.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
]
