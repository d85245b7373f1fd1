"""职务: as what a person may sign today."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Commander
from guangyue.alerts.plans import Level
from guangyue.alerts.publishing import may_approve
from guangyue.kit.clocks import local_day


def post_of(person: User, *, at: datetime) -> str:
    """The highest that he holds; empty, if he holds none."""
    leaders = response_plan().leaders
    held = Commander.objects.in_office(local_day(at)).filter(account=person, post__in=leaders)
    return max(held.values_list("post", flat=True), key=leaders.index, default="")


def may_check(post: str) -> bool:
    plan = response_plan()
    return plan.signs_for(post, plan.checker)


def may_sign(post: str, level: Level) -> bool:
    return may_approve(response_plan(), level, post)


def holders_of_post(post: str, *, at: datetime) -> list[User]:
    """Whoever may sign what the post is to sign: those who hold it, and those above."""
    plan = response_plan()
    posts = [leader for leader in plan.leaders if plan.signs_for(leader, post)]
    held = Commander.objects.in_office(local_day(at)).filter(post__in=posts)
    return [one.account for one in held.select_related("account").order_by("pk")]
