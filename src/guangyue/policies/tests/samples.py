"""The pages of this mechanism for the table of who may open what (tests/test_access_table.py)."""

PLACELESS = {
    "policies:rule": "规则是全市一套，不属于哪个区划",
    "policies:explorer": "规则是全市一套，试算不查任何人的信息",
    "policies:figure": "参数全市公用，各区划的数值放在一起看",
    "policies:figure_entry": "参数值要和全市的比对，审定前后都公开",
    "policies:figure_proposing": "参数项是全市一套；能提哪个区划的数值，由办理时的管辖范围决定",
    "policies:figure_withdrawal": "只有提出人自己能撤回",
    **dict.fromkeys(
        (
            "policies:draft",
            "policies:draft_renaming",
            "policies:draft_figures",
            "policies:draft_figure",
            "policies:draft_figure_dropping",
            "policies:draft_rules",
            "policies:draft_rule",
            "policies:draft_rule_dropping",
            "policies:draft_sharing",
            "policies:draft_archiving",
            "policies:draft_copying",
            "policies:draft_rehearsing",
        ),
        "草稿是全市一套规则的改动，只有起草人和他给看的同事看得到",
    ),
    **dict.fromkeys(
        ("policies:rehearsal", "policies:rehearsal_people"),
        "预演的结果是各县（市、区）的合计，跟着草稿给同事看；名单按查看居民、经营主体的管辖范围",
    ),
}
