"""The matters that the demonstration offers: well-known ones with their bases in law, and situations, papers
and promises such as a city has; what it really asks and promises, its departments say."""

from liaocheng.service_matters.matters.enterprises import MATTERS as ENTERPRISES
from liaocheng.service_matters.matters.insurance_and_work import MATTERS as INSURANCE_AND_WORK
from liaocheng.service_matters.matters.land_and_building import MATTERS as LAND_AND_BUILDING
from liaocheng.service_matters.matters.people_and_schools import MATTERS as PEOPLE_AND_SCHOOLS
from liaocheng.service_matters.matters.police_and_birth import MATTERS as POLICE_AND_BIRTH
from liaocheng.service_matters.matters.roads_and_streets import MATTERS as ROADS_AND_STREETS
from liaocheng.service_matters.matters.trade_and_food import MATTERS as TRADE_AND_FOOD
from liaocheng.service_matters.matters.utilities import MATTERS as UTILITIES

MATTERS = (
    *ENTERPRISES,
    *TRADE_AND_FOOD,
    *POLICE_AND_BIRTH,
    *INSURANCE_AND_WORK,
    *LAND_AND_BUILDING,
    *UTILITIES,
    *PEOPLE_AND_SCHOOLS,
    *ROADS_AND_STREETS,
)
