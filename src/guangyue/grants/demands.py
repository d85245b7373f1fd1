"""What a document can demand of grants: that its subsidies are applied for as matters of the city."""

from collections.abc import Iterable, Iterator

from guangyue.cases.demands import TravelFlow
from guangyue.gazette.document import Clause, Document
from guangyue.grants.flow import ENTRANCE, ONLY, SUBSIDY, matter_code
from guangyue.matters.declaration import Audience as AppliedForBy
from guangyue.matters.declaration import (
    Basis,
    Declaration,
    Flag,
    Level,
    Material,
    PowerKind,
    Source,
    Variant,
)
from guangyue.matters.demands import OfferMatter
from guangyue.organisations.facts import OrganisationFact
from guangyue.rules.offers import Audience, Offer
from guangyue.rules.rulebook import Rulebook

PROMISED_DAYS = 20  # where the document grants no limit
LONGEST_CODE = 60
KNOWN = {  # who applies is known from the registers
    Audience.PERSON: Material("id-card", "身份证", source=Source.LICENCE, fetched_from="公安局"),
    Audience.FIRM: Material(
        "business-licence", "营业执照", source=Source.LICENCE, fetched_from="市场监督管理局"
    ),
}
AUDIENCES = {Audience.PERSON: AppliedForBy.PERSON, Audience.FIRM: AppliedForBy.FIRM}


def applied_for(
    system: str,
    *,
    offers: Iterable[Offer],
    rules: Rulebook,
    documents: Iterable[Document],
    owner: OrganisationFact,
    cites: Clause,
    kind: PowerKind = PowerKind.PAYMENT,
    promised_days: int = PROMISED_DAYS,
) -> Iterator[TravelFlow | OfferMatter]:
    """A matter for each offer that is applied for by a person or a firm, under the code of the offer."""
    yield TravelFlow(SUBSIDY, cites=cites)
    for offer in offers:
        if offer.automatic or offer.audience not in AUDIENCES:
            continue
        rule, known = rules.versions(offer.key)[-1], KNOWN[offer.audience]
        papers = [
            Material(title[:LONGEST_CODE], title, cites=cites)
            for title, cites in {one.title: one.cites for one in offer.materials}.items()
            if not title.startswith(known.title)
        ]
        materials = (known, *papers)
        declaration = Declaration(
            code=matter_code(f"{system}.{offer.key}"),
            name=rule.title,
            kind=kind,
            bases=(Basis.of(rule.cites),),
            levels=(Level.CITY,),
            conditions=offer.summary,
            audience=AUDIENCES[offer.audience],
            materials=materials,
            promised_days=promised_days,
            variants=(Variant(ONLY, "申请", materials=tuple(one.code for one in materials)),),
            flags=(Flag.ONLINE,),
            flow=SUBSIDY.key,
            entrance=ENTRANCE,
            cites=rule.cites,
        )
        since = min(document.since for document in documents)
        yield OfferMatter(declaration, owner=owner, cites=rule.cites, since=rule.since or since)
