"""What people are told of the subsidies, what they are asked to bring, and how the city looks for them."""

from guangyue.rules.offers import Choice
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.offers.insurance import OFFERS as INSURANCE
from liaocheng.employment_subsidies.offers.posts import OFFERS as POSTS
from liaocheng.employment_subsidies.offers.services import OFFERS as SERVICES
from liaocheng.employment_subsidies.offers.startup import OFFERS as STARTUP
from liaocheng.employment_subsidies.offers.training import OFFERS as TRAINING
from liaocheng.employment_subsidies.rules.insurance import OF_GRADUATES, OF_HARDSHIP
from liaocheng.employment_subsidies.rules.startup import FIRM, INDIVIDUAL
from liaocheng.employment_subsidies.rules.training import FIVE, NEWLY_HIRED, PREPARATION, PROJECT

OFFERS = (*TRAINING, *INSURANCE, *POSTS, *STARTUP, *SERVICES)

CHOICES = (
    Choice(
        "同一次培训的补贴",
        (FIVE, PREPARATION, NEWLY_HIRED, PROJECT),
        MEASURES.clause("第五条"),
        beside=("S22.campaign_training",),
    ),
    Choice("社会保险补贴", (*OF_HARDSHIP, *OF_GRADUATES), MEASURES.clause("第七条")),
    Choice("一次性创业补贴", (FIRM, INDIVIDUAL), MEASURES.clause("第十一条")),
)
