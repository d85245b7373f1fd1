"""The list of drafts: one's own, and what colleagues share."""

from django.db.models import Q
from markupsafe import Markup

from guangyue.kit.lists import Column, DayRange, Listing, Order, YesNo
from guangyue.policies.models import Draft
from guangyue.policies.rehearsing.changes import read


def _changes(draft: Draft) -> str:
    changes = read(draft.changes)
    rules = len({one.code for one in changes.rules})
    said = (f"{len(changes.figures)} 个参数值" if changes.figures else "", f"{rules} 条规则" if rules else "")
    return "、".join(filter(None, said)) or "还没有改动"


def state_of(draft: Draft) -> str:
    return "已归档" if draft.archived_at else "同事可见" if draft.shared else "只有自己可见"


def state_tag(draft: Draft) -> Markup:
    look = "plain" if draft.archived_at or not draft.shared else "notice"
    return Markup('<span class="tag {}">{}</span>').format(look, state_of(draft))


DRAFTS = Listing(
    key="policies.drafts",
    title="政策预演",
    columns=(
        Column("title", "名称"),
        Column("changes", "改动", value=_changes),
        Column("made_by", "起草人"),
        Column("state", "状态", value=state_of, show=state_tag),
        Column("changed_at", "修改时间"),
        Column("made_at", "起草时间", chosen=False),
    ),
    orders=(Order("newest", "新修改的在前", ("-changed_at",)),),
    filters=(
        YesNo("archived", "归档", Q(archived_at__isnull=False), ("已归档", "未归档")),
        YesNo("shared", "同事可见", Q(shared=True)),
        DayRange("changed", "修改时间", lookup="changed_at", moments=True),
    ),
    search=("title__contains", "notes__contains"),
    search_hint="名称、说明",
    empty="还没有草稿",
    empty_advice="起草一份，改一个参数或者一条规则，再看全市谁增谁减、每月多支出多少。",
)
