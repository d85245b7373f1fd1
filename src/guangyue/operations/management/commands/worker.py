"""`guangyue worker`: a process that takes jobs from the queue until it is told to stop."""

from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

PATIENCE = (
    10.0  # seconds that running jobs have when it stops; those cut off are taken up again by their receipts
)


class Command(BaseCommand):
    help = "处理后台任务，直到收到停止信号；guangyue run 已经带有一个"

    def handle(self, *args: Any, **options: Any) -> None:
        # One connection listens and one keeps the queue; the jobs themselves use Django's.
        connector = PsycopgConnector(kwargs=connector_params(), min_size=2, max_size=4)
        with app.replace_connector(connector) as working:
            working.run_worker(shutdown_graceful_timeout=PATIENCE)
