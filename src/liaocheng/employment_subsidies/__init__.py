"""就业补助资金: who is owed which employment subsidy, for how long, out of which money, and why."""
