"""The measures of both packages as dated rules."""

from guangyue.rules.rulebook import Rulebook
from liaocheng.stable_employment.rules.elsewhere import RULES as ELSEWHERE
from liaocheng.stable_employment.rules.founding import RULES as FOUNDING
from liaocheng.stable_employment.rules.jobs import RULES as JOBS
from liaocheng.stable_employment.rules.persons import RULES as PERSONS
from liaocheng.stable_employment.rules.premiums import RULES as PREMIUMS

RULES = Rulebook((*PREMIUMS, *JOBS, *PERSONS, *FOUNDING, *ELSEWHERE))
