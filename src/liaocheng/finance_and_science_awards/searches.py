"""Whom the awards are meant for, as far as the registers say.

No register of the city knows who sets up a bank, prepares a listing, issues bonds or has a platform
recognised: these come by themselves. Two of the measures for science are about firms that the registers tell.
"""

from datetime import date

import polars as pl

from guangyue.rules.offers import Search, Tables
from liaocheng.registers import whose

HIGH_TECH = pl.col("high_tech") & (pl.col("status") == "在营")


def high_tech_firms(tables: Tables, on: date) -> pl.LazyFrame:
    """Those likeliest to turn findings into products on credit."""
    return tables["firms"].filter(HIGH_TECH).select(*whose("serial"))


def makers_of_first_sets(tables: Tables, on: date) -> pl.LazyFrame:
    """High-tech firms that make things, or write programs: 首台（套）, 首批（次）, 首版（次）."""
    made = pl.col("industry").is_in(["制造业", "信息传输、软件和信息技术服务业"])
    return tables["firms"].filter(HIGH_TECH, made).select(*whose("serial"))


FOR_LOAN_INTEREST = Search(high_tech_firms)
FOR_FIRST_SETS = Search(makers_of_first_sets)
