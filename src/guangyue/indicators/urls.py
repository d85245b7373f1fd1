"""Addresses: targets, figures, verdicts, leagues; and what the public sees of them."""

from django.urls import URLPattern

app_name = "indicators"
urlpatterns: list[URLPattern] = []
