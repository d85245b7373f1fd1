"""What an official may be allowed to do with applications and rosters."""

from guangyue.kit.access import Permission

REVIEW_APPLICATIONS = Permission(key="grants.review_applications", title="审核政策兑现申请，作出核定")
CALCULATE_ROSTERS = Permission(key="grants.calculate_rosters", title="用名册批量核定待遇")
