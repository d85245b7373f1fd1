"""Addresses: what was proposed, said and decided, interviews, circulars, restrictions."""

from django.urls import URLPattern

app_name = "accountability"
urlpatterns: list[URLPattern] = []
