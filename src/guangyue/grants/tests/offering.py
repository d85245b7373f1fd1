"""The subsidies of the city as matters, in a test that has not enacted all of it."""

from guangyue.cases.demands import TravelFlow
from guangyue.grants.flow import ENTRANCE, SUBSIDY
from guangyue.grants.tests.factories import SETTLED_AT
from guangyue.matters.demands import OfferMatter
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.enactment import declared_city


def offer_subsidies() -> None:
    """Each by the office that leads it."""
    city = Region.objects.get(kind=Region.Kind.CITY)
    for demand in (demand for system in declared_city().systems for demand in system.demands):
        if isinstance(demand, TravelFlow) and demand.flow is SUBSIDY:
            demand.enact(SETTLED_AT)
        if isinstance(demand, OfferMatter) and demand.declaration.entrance == ENTRANCE:
            Organisation.objects.get_or_create(
                key=demand.owner.key,
                defaults={"name": demand.owner.name, "kind": Organisation.Kind.GOVERNMENT, "region": city},
            )
            demand.enact(SETTLED_AT)
