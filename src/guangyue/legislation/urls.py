"""Addresses: the year's plan, projects, consultations; and where the public reads and comments."""

from django.urls import URLPattern

app_name = "legislation"
urlpatterns: list[URLPattern] = []
