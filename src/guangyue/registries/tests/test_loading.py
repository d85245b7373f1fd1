"""The synthetic city in the database: the same people, each value backed by a fact of its owner."""

import json
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from django.core.management import call_command
from pytest_django import Settings

from guangyue.kit.tests.plans import forget_plans
from guangyue.organisations.models import Organisation
from guangyue.registries import demo
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import UNKNOWN, About, kinds_about
from guangyue.registries.loading import load_block
from guangyue.registries.models import Fact, Firm, Household, Person, Place
from guangyue.registries.synthetic.parquet import write_parquet
from guangyue.registries.tests.factories import CITY

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
MAY = datetime(2021, 5, 5, tzinfo=UTC)
BLOCK = CITY.block(0)


def test_everybody_and_everything_is_there(country: Country) -> None:
    stated = load_block(BLOCK, on=CITY.on)

    counts = [model.objects.count() for model in (Person, Household, Firm, Place, Fact)]
    tables = (BLOCK.persons, BLOCK.households, BLOCK.firms, BLOCK.places)
    assert counts == [*(table.height for table in tables), stated]


def test_the_database_and_the_parquet_know_the_same_of_the_same_people(
    country: Country, tmp_path: Path
) -> None:
    load_block(BLOCK, on=CITY.on)
    list(write_parquet(CITY, tmp_path))

    kept = pl.read_parquet(tmp_path / "persons" / "00000.parquet").sample(40, seed=1)
    for row in kept.iter_rows(named=True):
        person = Person.objects.get(pk=row["person"])
        kinds = [kind for kind in kinds_about(About.PERSON) if not kind.several]
        assert person.id_number == row["id_number"]
        for line in lines_of(person, among=kinds, on=CITY.on, known_at=MAY):
            value = None if line.value is UNKNOWN else line.value
            assert value == json.loads(json.dumps(row[line.kind.key], default=str)), line.kind.key


def test_every_column_is_backed_by_a_fact(country: Country) -> None:
    load_block(BLOCK, on=CITY.on)

    for firm in Firm.objects.select_related("legal_representative")[:10]:
        stated = {fact.kind: fact.value for fact in firm.facts.all()}
        assert (firm.name, firm.kind, firm.region_id) == (stated["name"], stated["kind"], stated["township"])
        assert firm.registered_on.isoformat() == stated["registered_on"]
        if firm.legal_representative:
            assert firm.legal_representative.id_number == stated["legal_representative"]


def test_nothing_was_known_before_it_was_so(country: Country) -> None:
    load_block(BLOCK, on=CITY.on)

    assert not Fact.objects.extra(where=["recorded_at < since"]).exists()
    assert not Fact.objects.filter(since__gt=CITY.on).exists()


def test_new_rows_continue_where_the_loaded_ones_end(country: Country) -> None:
    load_block(BLOCK, on=CITY.on)

    place = Place.objects.create(number="NEW", title="新", kind="村庄", region_id="990101001")

    assert place.pk == BLOCK.places.height + 1


def test_the_demonstration_is_loaded_once(country: Country, settings: Settings) -> None:
    said: list[str] = []
    settings.GUANGYUE_CITY_PLAN = "guangyue.registries.tests.factories.small_plan"

    demo.load(said.append)
    forget_plans()
    demo.load(said.append)

    assert Person.objects.count() == 20_000
    assert said[-1] == "居民和经营主体已经在库中，不再生成"


def test_the_command_writes_a_city_of_any_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", parquet=tmp_path, persons=21_000, firms=1_050)

    assert "分桶 1/1：21,000 人，1,050 户" in capsys.readouterr().out
    assert pl.scan_parquet(tmp_path / "persons" / "*.parquet").select(pl.len()).collect().item() == 21_000
