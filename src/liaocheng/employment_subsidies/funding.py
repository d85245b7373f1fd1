"""What the measures say of the fund itself: 第二十条, 第三十七条, 第四十条, 第四十七条."""

from guangyue.systems.funding import Funding
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.money_side import forbidden, service_limit

OF_TRAINING = ("培训内容", "培训成果")
OF_POSTS = ("岗位名称", "设立单位", "安置人员", "享受补贴时间")

FUNDING = Funding(
    title="就业补助资金",
    forbids=forbidden,
    forbidden_by=MEASURES.clause("第二十条"),
    services_at_most=service_limit,
    services_by=MEASURES.clause("第三十七条"),
    listed_by=MEASURES.clause("第四十条"),
    published_by=MEASURES.clause("第四十七条"),
    also_published={
        **dict.fromkeys(
            (
                "training_five",
                "training_prep",
                "training_prep_living",
                "training_onjob_new",
                "training_apprentice",
                "training_technician",
                "training_project",
            ),
            OF_TRAINING,
        ),
        **dict.fromkeys(("public_post", "public_post_renewal", "unit_post"), OF_POSTS),
    },
)
