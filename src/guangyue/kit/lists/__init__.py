"""Lists: columns, filters, orders and search declared over a query, walked by key, with views and export."""

from guangyue.kit.lists.declaration import Column, Listing, Order
from guangyue.kit.lists.filters import Choice, DayRange, Filter, NumberRange, Text, YesNo
from guangyue.kit.lists.show import show_list

__all__ = [
    "Choice",
    "Column",
    "DayRange",
    "Filter",
    "Listing",
    "NumberRange",
    "Order",
    "Text",
    "YesNo",
    "show_list",
]
