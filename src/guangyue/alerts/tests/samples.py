"""Rows of alerts for the table of who may open what (tests/test_access_table.py), part by part."""

from guangyue.alerts.tests import air_samples, ordering_samples, planning_samples, warning_samples

PARTS = (
    air_samples,
    ordering_samples,
    planning_samples,
    warning_samples,
)
SAMPLES = {name: sample for part in PARTS for name, sample in part.SAMPLES.items()}
PLACELESS = {name: reason for part in PARTS for name, reason in part.PLACELESS.items()}
LISTS = {name: row for part in PARTS for name, row in part.LISTS.items()}
