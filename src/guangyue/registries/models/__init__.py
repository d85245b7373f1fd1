"""Persons, households, firms and places; what is known of them; who looked, and who objected."""

from guangyue.registries.models.corrections import Correction
from guangyue.registries.models.facts import Fact
from guangyue.registries.models.headcounts import Headcount
from guangyue.registries.models.lookups import Enquiry, Lookup, Objection
from guangyue.registries.models.subjects import Firm, Household, Person, Place, Subject

__all__ = [
    "Correction",
    "Enquiry",
    "Fact",
    "Firm",
    "Headcount",
    "Household",
    "Lookup",
    "Objection",
    "Person",
    "Place",
    "Subject",
]
