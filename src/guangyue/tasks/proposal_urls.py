"""Addresses of what is read from documents, and of what officials make of it."""

from django.urls import path

from guangyue.tasks.views import proposals

PAGES = (
    path("desk/tasks/proposals/", proposals.readings, name="readings"),
    path("desk/tasks/proposals/extraction/", proposals.extraction, name="extraction"),
    path("desk/tasks/proposals/<int:pk>/", proposals.reading, name="reading"),
    path("desk/tasks/proposals/<int:pk>/reading/", proposals.reading_again, name="reading_again"),
    path("desk/tasks/proposals/<int:pk>/issue/", proposals.issuing, name="issuing"),
    path("desk/tasks/proposals/one/<int:pk>/confirmation/", proposals.confirmation, name="confirmation"),
    path("desk/tasks/proposals/one/<int:pk>/refusal/", proposals.refusal, name="refusal"),
    path("desk/tasks/proposals/one/<int:pk>/correction/", proposals.correction, name="correction"),
)
