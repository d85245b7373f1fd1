"""Writes the orders of a work until it is done or killed: `python ordering_driver.py WORK`."""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402, after Django knows its settings

from guangyue.jobs.works import take_step  # noqa: E402

if __name__ == "__main__":
    while take_step(pk=int(sys.argv[1]), at=timezone.now()):
        pass
