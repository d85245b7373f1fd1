"""The city as `guangyue enact` finds it: all systems, in the order in which they build on each other."""

from guangyue.systems.system import City
from liaocheng.appointments.system import SYSTEM as APPOINTMENTS
from liaocheng.city import NAMES, ORGANISATIONS, REGIONS, SIGHTINGS
from liaocheng.coordinating_bodies.system import SYSTEM as COORDINATING_BODIES

CITY = City(
    name="聊城市",
    regions=REGIONS,
    organisations=ORGANISATIONS,
    names=NAMES,
    sightings=SIGHTINGS,
    systems=(APPOINTMENTS, COORDINATING_BODIES),
)
