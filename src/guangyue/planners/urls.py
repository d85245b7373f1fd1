"""Addresses: the contract, planners, groups, visits, advice, reports."""

from django.urls import URLPattern

app_name = "planners"
urlpatterns: list[URLPattern] = []
