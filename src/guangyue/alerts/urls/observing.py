"""Stations, hours, forecasts, consultations."""

from django.urls import URLPattern

PATTERNS: list[URLPattern] = []
