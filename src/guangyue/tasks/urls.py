"""Addresses: proposals read from documents, tasks, what units owe and report, what is chased."""

from django.urls import URLPattern

app_name = "tasks"
urlpatterns: list[URLPattern] = []
