"""Twelve rules of the city, explained over HTTP, as a program asks for them: against a limit."""

import argparse
import json
from collections.abc import Sequence
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any

from bench.city import running_city
from bench.measure import Taken, seconds, tell, times

ADDRESS = "/api/v1/verdicts"
MOST_MILLISECONDS = 50
PERSONS = 20_000  # in the database behind it

PERSON: dict[str, Any] = {
    "groups": ["就业困难人员", "高校毕业生", "登记失业人员"],
    "birth": "1990-03-01",
    "graduated": "2019-06-30",
    "retires": "2050-03-01",
    "draws_unemployment_benefit": False,
    "grants": [],
}
INSURED = {"unit_paid": "1200.00", "person_paid": "880.00", "granted": 3, "contract_months": 12}
TRAINING = {"certificate": "职业资格证书", "occupation": "焊工", "level": 5, "catalogue_standard": "1600"}
FIRM = {"size": "小型", "registered": "2019-03-01", "first_licence": True, "founder_insured": True}
ABOUT: dict[str, tuple[dict[str, Any], ...]] = {
    "si_unit_hard": (PERSON, INSURED),
    "si_flex_hard": (PERSON, INSURED),
    "si_smallfirm_grad": (PERSON, INSURED),
    "si_flex_grad": (PERSON, INSURED),
    "public_post": (PERSON, INSURED),
    "unit_post": (PERSON, INSURED),
    "training_five": (PERSON, TRAINING),
    "training_onjob_new": (PERSON, TRAINING),
    "appraisal": (PERSON, TRAINING),
    "startup_firm": (PERSON, FIRM),
    "startup_individual": (PERSON, FIRM),
    "startup_rent": (PERSON, FIRM),
}
ASKED = {
    "on": "2021-04-30",
    "cases": [{"rule": f"S20.{rule}", "facts": facts} for rule, facts in ABOUT.items()],
}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench verdicts")
    parser.add_argument("--requests", type=int, default=500)
    asked = parser.parse_args(arguments)
    with running_city(persons=PERSONS) as city:
        connection = HTTPConnection("127.0.0.1", city.running.port, timeout=60)
        taken = Taken([seconds(lambda: ask(connection)) for _ in range(asked.requests + 1)][1:])
        connection.close()
    tell(
        "twelve rules explained, median and p99",
        f"{taken.median * 1000:.1f}, {taken.p99 * 1000:.1f} ms",
        f"limit {MOST_MILLISECONDS} ms",
        times(taken.p99 * 1000, MOST_MILLISECONDS),
    )


def ask(connection: HTTPConnection) -> None:
    connection.request("POST", ADDRESS, json.dumps(ASKED).encode(), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    told = answer.read()
    if answer.status != HTTPStatus.OK:
        raise RuntimeError(f"{answer.status}: {told.decode()}")
