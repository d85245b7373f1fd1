"""涉及的政策: which of those that can be looked for in the registers a draft changes."""

from collections.abc import Iterator

from guangyue.policies.catalogue import parameters_of
from guangyue.policies.rehearsing.changes import Changes, keys_of
from guangyue.rules.comparing import Compared
from guangyue.rules.offers import Audience
from guangyue.systems.offered import Offered, offered

LOOKED_FOR = (Audience.PERSON, Audience.FIRM)


def searched_offers() -> list[Offered]:
    """Those whom the registers can tell who is meant."""
    return [one for one in offered() if one.offer.search is not None and one.offer.audience in LOOKED_FOR]


def touched(changes: Changes) -> Iterator[Compared]:
    """With their versions as they stand and as drafted."""
    keys = keys_of(changes.figures)
    for one in searched_offers():
        after = tuple(changes.redrafted(one.code, version) for version in one.versions)
        if after != one.versions or any(keys & set(parameters_of(version)) for version in one.versions):
            assert one.offer.search is not None
            yield Compared(one.code, one.offer.audience, one.offer.search, one.versions, after)


def outdated(changes: Changes) -> set[str]:
    """The codes of rules of which a version was changed that the city does not have any more."""
    known = {(one.code, version.fingerprint) for one in searched_offers() for version in one.versions}
    return {one.code for one in changes.rules if (one.code, one.fingerprint) not in known}
