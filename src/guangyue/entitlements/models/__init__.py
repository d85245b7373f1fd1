"""Runs over the whole city, where each payee stands since, what they were told, and who calls whom."""

from guangyue.entitlements.models.contacts import Answer, Call, Need, Push, Silence
from guangyue.entitlements.models.gaps import GapLine
from guangyue.entitlements.models.matches import Match
from guangyue.entitlements.models.runs import Heard, Run, RunBucket

__all__ = ["Answer", "Call", "GapLine", "Heard", "Match", "Need", "Push", "Run", "RunBucket", "Silence"]
