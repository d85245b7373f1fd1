"""`migrate`, and after it the triggers: a table that a migration makes is audited from its first row.

Django lets an application bring its own form of a command. Whatever makes a database, `guangyue run`, the
tests or an engineer by hand, runs this one, so there is no database without the triggers.
"""

from typing import Any

from django.core.management.commands import migrate

from guangyue.audit.declarations import trail
from guangyue.audit.triggers import install


class Command(migrate.Command):
    def handle(self, *arguments: Any, **options: Any) -> None:
        super().handle(*arguments, **options)
        if not (options["plan"] or options["check_unapplied"]):
            install(trail())
