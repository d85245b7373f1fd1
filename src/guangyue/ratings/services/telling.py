"""Who hears of a complaint: its officer, and all who reported it; nobody whom it is about."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from guangyue.notifications.services import notify
from guangyue.ratings.models import Complaint


def tell_officer(complaint: Complaint, *, title: str, key: str, at: datetime) -> None:
    if complaint.officer is None:
        return
    notify(
        to=complaint.officer,
        title=title,
        body="请在期限以前办理、答复。",
        link=complaint.get_absolute_url(),
        key=f"ratings.complaint-{complaint.pk}-{key}-{complaint.officer_id}",
        at=at,
    )


def tell_reporters(complaint: Complaint, *, title: str, key: str, at: datetime) -> None:
    """Of this one and of all that were merged into it; who gave no account finds it under number and code."""
    reports = Complaint.objects.filter(Q(pk=complaint.pk) | Q(merged_into=complaint), by__isnull=False)
    for report in reports.select_related("by"):
        if report.by is not None:
            notify(
                to=report.by,
                title=title.replace(complaint.number, report.number),
                body=complaint.reply,
                link=reverse("ratings:own_complaint", args=[report.number]),
                key=f"ratings.complaint-{report.pk}-{key}",
                at=at,
            )
