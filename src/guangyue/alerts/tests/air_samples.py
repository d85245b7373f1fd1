"""Rows of the air for the table of who may open what."""

from guangyue.alerts.models import Station
from guangyue.alerts.tests.air_factories import a_station
from guangyue.organisations.models import Organisation, Region


def station(*, region: Region, organisation: Organisation) -> dict[str, object]:
    kept = Station.objects.filter(region=region).first()
    return {"code": (kept or a_station(f"S{region.code}", region=region)).code}


SAMPLES = dict.fromkeys(("alerts:station", "alerts:station_editing"), station)
PLACELESS = {
    **dict.fromkeys(("alerts:forecast", "alerts:consultation"), "预报和会商意见是全市的"),
    "alerts:delivery": "一次报送里有几个地区的站点，更正只列看得到的站点",
    "alerts:feed_end": "接入平台是全市的",
}
LISTS = {"alerts:stations": "alerts:station"}
