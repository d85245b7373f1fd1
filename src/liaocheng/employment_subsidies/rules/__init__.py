"""Who is owed which subsidy, article by article, in the order of the text."""

from guangyue.rules.rulebook import Rulebook
from liaocheng.employment_subsidies.rules.insurance import RULES as INSURANCE
from liaocheng.employment_subsidies.rules.internship import RULES as INTERNSHIP
from liaocheng.employment_subsidies.rules.posts import RULES as POSTS
from liaocheng.employment_subsidies.rules.services import RULES as SERVICES
from liaocheng.employment_subsidies.rules.startup import RULES as STARTUP
from liaocheng.employment_subsidies.rules.training import RULES as TRAINING

RULES = Rulebook((*TRAINING, *INSURANCE, *POSTS, *INTERNSHIP, *STARTUP, *SERVICES))
