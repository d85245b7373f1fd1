"""时限 that no clause names, and that are therefore set here."""

from guangyue.kit.limits import Limit, Unit

ANSWERED_WITHIN = Limit(15, Unit.WORKING_DAY)  # a proposal
CHECKED_WITHIN = Limit(10, Unit.WORKING_DAY)  # a theme of which a matter has changed
