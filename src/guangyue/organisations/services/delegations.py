"""委托代行: who may act for whom, in what, from when until when, and on what ground."""

from datetime import date, datetime

from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.organisations.models import Delegation, Person, Post
from guangyue.organisations.refusals import ReasonMissing
from guangyue.organisations.services import By, signed


def delegate_post(
    *,
    post: Post,
    delegate: Person,
    matters: str,
    since: date,
    until: date,
    ground: str,
    by: By,
    at: datetime,
) -> Delegation:
    if until < since:
        raise Refused("止日早于起日。", field="until")
    if not ground.strip():
        raise ReasonMissing("委托代行要写明依据。", field="ground")
    if post.tenures.on(since).filter(person=delegate).exists():
        raise Refused(f"{delegate}本人就担任{post}，不需要委托。", field="delegate")
    return Delegation.objects.create(
        post=post,
        delegate=delegate,
        matters=matters,
        since=since,
        until=until,
        ground=ground,
        by=signed(by),
        at=at,
    )


def withdraw_delegation(*, delegation: Delegation, on: date) -> Delegation:
    """收回: from that day the delegate acts no longer."""
    if delegation.withdrawn_on:
        raise Refused(f"已经于{day(delegation.withdrawn_on)}收回。")
    if on > delegation.until:
        raise Refused("委托已经到期，不必收回。", field="on")
    delegation.withdrawn_on = on
    delegation.save(update_fields=["withdrawn_on"])
    return delegation


def may_act_for(*, person: Person, post: Post, on: date) -> bool:
    """The holder of the post, or whoever the post was delegated to that day."""
    holds = post.tenures.on(on).filter(person=person).exists()
    return holds or post.delegations.on(on).filter(delegate=person).exists()
