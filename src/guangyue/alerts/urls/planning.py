"""Plans, the map, the command room."""

from django.urls import URLPattern

PATTERNS: list[URLPattern] = []
