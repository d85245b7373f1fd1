"""`guangyue examples FILE…`: what the city answers to worked examples; nothing of it stays."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from guangyue.kit.refusals import Refused
from guangyue.systems.enactment import declared_city, enact
from guangyue.systems.examples import (
    Example,
    Given,
    UnreadableExamples,
    difference,
    read_examples,
    system_number,
)
from guangyue.systems.system import City, System


class Command(BaseCommand):
    help = "Hand the worked examples of YAML files and catalogue entries to the systems they belong to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        passed = failed = 0
        with transaction.atomic():
            city = declared_city()
            enact(city, at=timezone.now())
            for file in files:
                for place, problem in _judge_file(city, file):
                    self.stdout.write(
                        f"{'FAILED' if problem else 'passed'} {place}{': ' if problem else ''}{problem}"
                    )
                    failed, passed = failed + bool(problem), passed + (not problem)
            transaction.set_rollback(True)
        self.stdout.write(f"{passed} passed, {failed} failed")
        if failed:
            sys.exit(1)


def _judge_file(city: City, file: Path) -> list[tuple[str, str]]:
    """Each example's place, and what is wrong with it."""
    system = city.system(system_number(file))
    if system is None:
        return [(file.name, "the file name begins with no system of this city, such as S05")]
    try:
        examples = read_examples(file)
    except (OSError, UnicodeDecodeError, UnreadableExamples) as error:
        return [(file.name, str(error))]
    return [
        (f"{file.name} example {number}", _judge(system, example))
        for number, example in enumerate(examples, start=1)
    ]


def _judge(system: System, example: Example) -> str:
    """Empty when it holds. What the example supposes of the register is undone before the next."""
    given = Given(example.given)
    with transaction.atomic():
        try:
            answer = system.examples(given, list(example.expect))
        except (Refused, ValueError) as refusal:
            return f"{refusal}"
        except (
            Exception
        ) as crash:  # one example that breaks its system does not keep the others from being tried
            return f"{type(crash).__name__}: {crash}"
        finally:
            transaction.set_rollback(True)
    return difference(example, given, answer)
