"""`migrate`, and after it the triggers: a table that a migration makes is audited from its first row.

Django lets an application bring its own form of a command. Whatever makes a database, `guangyue run`, the
tests or an engineer by hand, runs this one, so there is no database without the triggers.
"""

import gc
from typing import Any

from django.core.management.commands import migrate

from guangyue.audit.declarations import trail
from guangyue.audit.triggers import install

# Each step makes the classes of its models anew. Looking for what they leave every 700 objects,
# as Python does by itself, takes a third of the time of a first start.
SELDOM = 20_000


class Command(migrate.Command):
    def handle(self, *arguments: Any, **options: Any) -> None:
        gc.set_threshold(SELDOM)
        super().handle(*arguments, **options)
        if not (options["plan"] or options["check_unapplied"]):
            install(trail())
