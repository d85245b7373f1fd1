"""施行流程: what the city declares becomes a version; the same declaration again changes nothing."""

from datetime import datetime

from django.db import transaction

from guangyue.cases.flow import Flow
from guangyue.cases.models import FlowVersion
from guangyue.kit.plain import as_plain, fingerprint


@transaction.atomic
def enact_flow(*, flow: Flow, at: datetime) -> FlowVersion:
    faults = "；".join(flow.faults())
    if faults:
        raise ValueError(f"{flow.key}: {faults}")
    latest = FlowVersion.objects.filter(key=flow.key).order_by("-number").first()
    declared = fingerprint(flow)
    if latest is not None and latest.fingerprint == declared:
        return latest
    return FlowVersion.objects.create(
        key=flow.key,
        number=latest.number + 1 if latest else 1,
        title=flow.title,
        declaration=as_plain(flow),
        fingerprint=declared,
        enacted_at=at,
    )


def flow_in_force(key: str) -> FlowVersion:
    """The latest version: what a case opened now travels."""
    return FlowVersion.objects.filter(key=key).defer("declaration").order_by("-number")[:1].get()
