"""Sheets, warnings, what counties answer, drills; the public pages."""

from django.urls import URLPattern

PATTERNS: list[URLPattern] = []
