"""困难和失业人员: what they are told."""

from liaocheng.stable_employment.offers.offering import FOR_PERSONS, offer
from liaocheng.stable_employment.searches.persons import (
    FOR_BENEFIT,
    FOR_BENEFIT_TO_RETIREMENT,
    FOR_LONGER_TERMS,
    FOR_TEMPORARY_LIVING,
    FOR_TRAINING_LIVING,
)

OFFERS = (
    offer(
        "training_living",
        FOR_PERSONS,
        "就业困难的人参加培训，每年可以领一次生活费，最多三十天",
        sensitive=True,
        search=FOR_TRAINING_LIVING,
    ),
    offer(
        "temp_living",
        FOR_PERSONS,
        "下岗失业、领不到失业保险金又生活困难的人，可以领一次临时生活补助",
        sensitive=True,
        search=FOR_TEMPORARY_LIVING,
    ),
    # Whoever draws the benefit is paid by the new standard: there is nothing to apply for.
    offer(
        "ui_benefit",
        FOR_PERSONS,
        "2020年2月起失业保险金按最低工资的九成发放",
        automatic=True,
        sensitive=True,
        search=FOR_BENEFIT,
    ),
    offer(
        "ui_benefit_to_retirement",
        FOR_PERSONS,
        "失业保险金领完了还没找到工作、不到一年就退休的人，可以接着领到退休",
        sensitive=True,
        search=FOR_BENEFIT_TO_RETIREMENT,
    ),
    offer(
        "term_extension",
        FOR_PERSONS,
        "公益性岗位或者灵活就业社保补贴到期、还没有稳定工作的人，可以再享受一年",
        sensitive=True,
        search=FOR_LONGER_TERMS,
    ),
)
