"""Addresses: campaigns, their problems, remedies, acceptance and clearing; and what the public sees."""

from django.urls import URLPattern

app_name = "ledgers"
urlpatterns: list[URLPattern] = []
