"""The demo's registries: the synthetic city's first blocks in the database."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.registries.loading import load_block
from guangyue.registries.models import Person
from guangyue.registries.synthetic.city import SyntheticCity

Say = Callable[[str], None]


def load(say: Say) -> None:
    """Once: a city that is there already is left as it is."""
    if Person.objects.exists():
        say("名录库中已有居民，不再生成")
        return
    city = demo_city()
    for nth, block in enumerate(city.blocks(), start=1):
        facts = load_block(block, on=city.on)
        say(f"街区 {nth}/{city.size}：{block.persons.height:,} 人，{block.firms.height:,} 户，{facts:,} 项")


def demo_city() -> SyntheticCity:
    return SyntheticCity(import_string(settings.GUANGYUE_CITY_PLAN)())
