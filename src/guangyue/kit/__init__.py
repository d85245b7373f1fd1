"""The kit: money, identities, working days, refusals, page parts; it knows no word of the domain."""
