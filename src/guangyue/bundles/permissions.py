"""What an official may be allowed to do with themes and their cases. What the public proposes belongs to no
department."""

from guangyue.kit.access import Permission

DESIGN_THEMES = Permission(key="bundles.design_themes", title="设计、发布、复核主题")
REVIEW_THEMES = Permission(key="bundles.review_themes", title="联审主题，提报主题建议")
ANSWER_PROPOSALS = Permission(
    key="bundles.answer_proposals", title="答复社会征集和部门提报的主题建议", citywide=True
)
SEE_BUNDLES = Permission(key="bundles.see_bundles", title="查看一件事办件和主题达标情况")
