"""The city as `guangyue enact` finds it: all systems, in the order in which they build on each other."""

from pathlib import Path

from guangyue.gazette.index import read_index
from guangyue.systems.system import City
from liaocheng.appointments.system import SYSTEM as APPOINTMENTS
from liaocheng.chronicle.system import SYSTEM as CHRONICLE
from liaocheng.city import NAMES, ORGANISATIONS, REGIONS, SIGHTINGS
from liaocheng.coordinating_bodies.system import SYSTEM as COORDINATING_BODIES
from liaocheng.gazette_library.system import SYSTEM as GAZETTE_LIBRARY

INDEX = Path(__file__).with_name("clauses.toml")  # made by `guangyue clauses --index`

CITY = City(
    name="聊城市",
    regions=REGIONS,
    organisations=ORGANISATIONS,
    names=NAMES,
    sightings=SIGHTINGS,
    systems=(GAZETTE_LIBRARY, APPOINTMENTS, CHRONICLE, COORDINATING_BODIES),
    index=read_index(INDEX),
)
