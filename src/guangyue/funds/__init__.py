"""资金: what is paid of what was decided, in batches that two hands see to, and what a year has for it."""
