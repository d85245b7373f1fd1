"""The demonstration's registries: the synthetic city in the database, and who steps in as whom."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.accounts.models import Kind, User
from guangyue.accounts.stepping_in import demo_accounts
from guangyue.registries.loading import load_block
from guangyue.registries.models import Firm, Person
from guangyue.registries.synthetic.cast import cast_of
from guangyue.registries.synthetic.city import SyntheticCity

Say = Callable[[str], None]


def load(say: Say) -> None:
    """Once: a city that is there already is left as it is, and so is who stands for whom."""
    city = demo_city()
    if Person.objects.exists():
        say("居民和经营主体已经在库中，不再生成")
        return
    for nth, block in enumerate(city.blocks(), start=1):
        facts = load_block(block, on=city.on)
        say(f"街区 {nth}/{city.size}：{block.persons.height:,} 人，{block.firms.height:,} 户，{facts:,} 项")
    give_parts(city)


def give_parts(city: SyntheticCity) -> None:
    """The accounts a visitor steps in as become somebody of the city."""
    cast = cast_of(city.block(0))
    citizen = _account_of(Kind.CITIZEN)
    if citizen and cast.citizen:
        person = Person.objects.get(pk=cast.citizen)
        person.account = citizen
        person.save(update_fields=["account"])
        citizen.name = person.name
        citizen.save(update_fields=["name"])
    enterprise = _account_of(Kind.ENTERPRISE)
    if enterprise and cast.firm:
        firm = Firm.objects.get(credit_code=cast.firm)
        firm.account = enterprise
        firm.save(update_fields=["account"])
        enterprise.name = firm.name
        enterprise.save(update_fields=["name"])


def demo_city() -> SyntheticCity:
    return SyntheticCity(import_string(settings.GUANGYUE_CITY_PLAN)())


def _account_of(kind: Kind) -> User | None:
    names = [account.username for account in demo_accounts() if account.kind == kind]
    return User.objects.filter(username__in=names).first()
