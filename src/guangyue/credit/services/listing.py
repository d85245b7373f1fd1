"""名单: proposed, told, heard, decided by another person; being listed is a record like any other."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.identifying import Identifier, SubjectKind
from guangyue.credit.models import Category, ListingProposal
from guangyue.credit.refusals import DecidedAlready, HearingFirst
from guangyue.credit.services.filing import Filed, file_record, verify_record
from guangyue.credit.services.subjects import account_of, enter_subject
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation

State = ListingProposal.State


@transaction.atomic
def propose_listing(
    *,
    identifier: Identifier,
    name: str,
    category: Category,
    unit: Organisation,
    reason: str,
    at: datetime,
) -> ListingProposal:
    """提出: for grounds that no scale counts, as many complaints or great danger."""
    subject = enter_subject(identifier=identifier, name=name)
    waiting = ListingProposal.objects.open().filter(subject=subject, category=category)
    if waiting.exists():
        raise DecidedAlready("已经有一份名单建议在办。")
    return ListingProposal.objects.create(
        subject=subject, category=category, unit=unit, reason=reason, proposed_at=at
    )


@transaction.atomic
def tell_subject(*, proposal: ListingProposal, by: User, at: datetime) -> ListingProposal:
    """告知: what is proposed, why, and that he may state his case."""
    proposal = _hold(proposal)
    if proposal.state != State.PROPOSED:
        raise DecidedAlready
    proposal.state, proposal.notified_by, proposal.notified_at = State.NOTIFIED, by, at
    proposal.save()
    if (account := account_of(proposal.subject)) is not None:
        notify(
            to=account,
            title=f"拟列入{proposal.category}，您可以陈述申辩",
            body=proposal.reason,
            link=reverse("credit:own"),
            key=f"credit.proposal-{proposal.pk}",
            at=at,
        )
    return proposal


@transaction.atomic
def state_case(*, proposal: ListingProposal, statement: str) -> ListingProposal:
    """陈述申辩: what the subject says, kept with the proposal."""
    proposal = _hold(proposal)
    if proposal.state != State.NOTIFIED:
        raise DecidedAlready
    proposal.statement = statement
    proposal.save(update_fields=["statement"])
    return proposal


@transaction.atomic
def decide_listing(
    *,
    proposal: ListingProposal,
    enters: bool,
    said: str,
    document: str,
    document_on: date,
    by: User,
    at: datetime,
) -> ListingProposal:
    """决定: by another person than the one who told; entering makes a record with the decision's number."""
    proposal = _hold(proposal)
    if proposal.state == State.PROPOSED:
        raise HearingFirst
    if not proposal.is_open or proposal.notified_by is None:
        raise DecidedAlready
    proposal.decided_by, proposal.decided_at, proposal.said = by, at, said
    proposal.state = State.ENTERED if enters else State.DROPPED
    if enters:
        filed = _filed(proposal, document=document, document_on=document_on)
        record = file_record(filed=filed, unit=proposal.unit, by=proposal.notified_by, at=at)
        proposal.record = verify_record(record=record, by=by, at=at)
    proposal.save()
    return proposal


def _filed(proposal: ListingProposal, *, document: str, document_on: date) -> Filed:
    subject = proposal.subject
    is_person = subject.kind == SubjectKind.PERSON.name
    return Filed(
        category=proposal.category,
        name=subject.name,
        fact=proposal.reason,
        document=document,
        document_on=document_on,
        fact_on=document_on,
        id_number=subject.number if is_person else "",
        credit_code="" if is_person else subject.number,
    )


def _hold(proposal: ListingProposal) -> ListingProposal:
    rows = ListingProposal.objects.select_related("subject", "category", "unit", "notified_by")
    return rows.select_for_update(of=("self",)).get(pk=proposal.pk)
