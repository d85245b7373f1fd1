"""The list, orders, proofs, checks."""

from django.urls import URLPattern

PATTERNS: list[URLPattern] = []
