"""What a document can demand of ledgers: that a campaign is run on one, and what goes with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.ledgers.models import Campaign
from guangyue.ledgers.plans import CampaignPlan
from guangyue.organisations.models import Region
from guangyue.organisations.services.register import find_organisation


@dataclass(frozen=True)
class RunCampaign:
    """专项整治: its problems stand in a ledger of their own classes, fields, measures and days."""

    plan: CampaignPlan

    @property
    def cites(self) -> Clause:
        return self.plan.cites

    def runs(self) -> Iterator[Runs]:
        url = reverse("ledgers:public_campaign", args=[self.plan.key])
        yield Runs(self.cites, "专项整治", self.plan.title, key=self.plan.key, url=url)

    def enact(self, at: datetime) -> None:
        plan = self.plan
        said = {"title": plan.title, "cites": plan.cites, "since": plan.since, "until": plan.until}
        campaign, _ = Campaign.objects.update_or_create(key=plan.key, defaults=said)
        campaign.leads.set([find_organisation(one.key) for one in plan.led_by])
        campaign.regions.set(Region.objects.filter(code__in=plan.regions))


class Clearing(Enum):
    """What is done on the ledgers, and the page where it is seen."""

    LEDGER = "问题台账", "ledgers:problems"
    ACCEPTANCES = "现场验收", "ledgers:acceptances"
    SAMPLINGS = "抽查和回头看", "ledgers:samplings"
    DISPATCH = "整改月度调度", "ledgers:dispatch"
    TIPS = "群众举报", "ledgers:tell"
    PUBLIC = "问题整改公开", "ledgers:public_problems"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class ClearProblems:
    """问题整改: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Clearing
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The pages hold to it from the first problem on."""
