"""帮办代办: authorising a helper for one matter, and ending that."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import roles_allowing
from guangyue.cases.intake import kinds_known_as
from guangyue.cases.models import Case, Mandate
from guangyue.cases.permissions import HELP_APPLICANTS
from guangyue.cases.refusals import MandateOver, NotOpen
from guangyue.cases.services.drafting import begin_draft
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.notifications.services import notify
from guangyue.organisations.models import Region
from guangyue.registries.facts import About
from guangyue.registries.models import Firm, Lookup, Person

LONGEST = timedelta(days=366)


def helpers(*, at: datetime) -> QuerySet[User]:
    """帮办人员: whoever holds the permission now, by office and name."""
    grants = Grant.objects.in_force(at=at).filter(role__in=roles_allowing(HELP_APPLICANTS))
    found = User.objects.enabled().filter(pk__in=grants.values("user")).select_related("organisation")
    return found.order_by("organisation__name", "name", "pk")


@transaction.atomic
def give_mandate(
    *,
    applicant: Person | Firm,
    helper: User,
    matter: Matter,
    helps: Collection[str],
    until: date,
    paper: File | None = None,
    at: datetime,
) -> Mandate:
    """委托: by the applicant's own account, or with a signed `paper` that the window keeps."""
    on = local_day(at)
    if not on <= until <= on + LONGEST:
        raise Refused("委托的期限从今天起，最长一年。", field="until")
    if not matter.on_application:
        raise NotOpen
    if not helpers(at=at).filter(pk=helper.pk).exists():
        raise Refused("请从名单里选择一位帮办人员。", field="helper")
    mandate = Mandate.objects.create(
        person=applicant if isinstance(applicant, Person) else None,
        firm=applicant if isinstance(applicant, Firm) else None,
        helper=helper,
        matter_code=matter.code,
        helps=sorted(set(helps)),
        until=until,
        paper=paper,
        given_at=at,
    )
    notify(
        to=helper,
        title=f"收到帮办委托：{matter.name}",
        body="请在“帮办委托”里开始办理。",
        link=reverse("cases:helping"),
        key=f"cases.mandate.{mandate.pk}",
        at=at,
    )
    if paper is not None and applicant.account is not None:
        notify(
            to=applicant.account,
            title=f"窗口登记了您的委托：{matter.name}",
            body="不是您本人委托的，请马上终止，并告诉窗口。",
            link=reverse("cases:mandates"),
            key=f"cases.mandate.{mandate.pk}.applicant",
            at=at,
        )
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, at: datetime) -> Mandate:
    """终止: from now on the helper sees nothing of it."""
    mandate = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if mandate.ended_at:
        raise MandateOver
    mandate.ended_at = at
    mandate.save(update_fields=["ended_at"])
    return mandate


@transaction.atomic
def begin_on_behalf(*, mandate: Mandate, variant: str, region: Region, by: User, at: datetime) -> Case:
    """代为填写: one case for one mandate."""
    rows = Mandate.objects.select_for_update(of=("self",)).select_related("person", "firm", "case")
    mandate = rows.get(pk=mandate.pk)
    if mandate.helper_id != by.pk or not mandate.is_live(local_day(at)):
        raise MandateOver
    if mandate.case is not None:
        return mandate.case
    mandate.case = begin_draft(
        matter=Matter.objects.get(code=mandate.matter_code),
        variant=variant,
        region=region,
        applicant=mandate.applicant,
        channel=Case.Channel.AGENCY,
        at=at,
    )
    mandate.save(update_fields=["case"])
    _note_look(case=mandate.case, by=by, at=at)
    return mandate.case


def _note_look(*, case: Case, by: User, at: datetime) -> None:
    """查询: what the form shows of a person, the helper has looked at, and the person can see that he did."""
    asked = kinds_known_as(case.declared.fields_of(case.situation))
    if case.person is None or not asked:
        return
    Lookup.objects.create(
        person=case.person,
        by=by,
        organisation=by.organisation,
        at=at,
        purpose=Lookup.Purpose.CASE,
        explanation=f"受委托代办{case.title}",
        kinds=[kind.code for kind in asked if kind.about in (About.PERSON, About.HOUSEHOLD)],
    )
