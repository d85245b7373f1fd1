"""The list, orders, proofs, checks."""

from django.urls import URLPattern, path

from guangyue.alerts.views import cards, orders, reduction, sources

DESK = "desk/air"

PATTERNS: list[URLPattern] = [
    path("air/sources/", reduction.public_sources, name="public_sources"),
    path("air/sources/<slug:code>/", reduction.public_source, name="public_source"),
    path("air/my-orders/", cards.my_orders, name="my_orders"),
    path("air/orders/<slug:code>/", cards.card, name="card"),
    path("air/orders/<slug:code>/receipt/", cards.card_receipt, name="card_receipt"),
    path("air/orders/<slug:code>/picture/", cards.card_picture, name="card_picture"),
    path("air/orders/<slug:code>/reading/", cards.card_reading, name="card_reading"),
    path("air/orders/<slug:code>/paper/", cards.card_paper, name="card_paper"),
    path("air/orders/<slug:code>/files/<uuid:key>/", cards.card_file, name="card_file"),
    path(f"{DESK}/sources/", sources.sources, name="sources"),
    path(f"{DESK}/source-entry/", sources.source_entry, name="source_entry"),
    path(f"{DESK}/source-intake/", sources.source_intake, name="source_intake"),
    path(f"{DESK}/source-export/", sources.source_export, name="source_export"),
    path(f"{DESK}/sources/<slug:code>/", sources.source, name="source"),
    path(f"{DESK}/sources/<slug:code>/change/", sources.source_change, name="source_change"),
    path(f"{DESK}/sources/<slug:code>/lines/", sources.lines_change, name="lines_change"),
    path(f"{DESK}/sources/<slug:code>/measures/<slug:level>/", sources.measure_change, name="measure_change"),
    path(f"{DESK}/sources/<slug:code>/guarantee/", sources.guarantee, name="guarantee"),
    path(f"{DESK}/sources/<slug:code>/guarantee/end/", sources.guarantee_end, name="guarantee_end"),
    path(f"{DESK}/sources/<slug:code>/striking/", sources.source_striking, name="source_striking"),
    path(f"{DESK}/reduction/", reduction.reduction, name="reduction"),
    path(f"{DESK}/reduction/base/", reduction.base_entry, name="base_entry"),
    path(f"{DESK}/orders/", orders.orders, name="orders"),
    path(f"{DESK}/orders/<slug:code>/", orders.order, name="order"),
    path(f"{DESK}/orders/<slug:code>/card/", orders.order_card, name="order_card"),
    path(f"{DESK}/orders/<slug:code>/call/", orders.order_call, name="order_call"),
    path(f"{DESK}/orders/<slug:code>/check/", orders.order_check, name="order_check"),
    path(f"{DESK}/orders/<slug:code>/files/<uuid:key>/", orders.order_file, name="order_file"),
    path(f"{DESK}/dispatches/<int:pk>/again/", orders.dispatch_again, name="dispatch_again"),
    path(f"{DESK}/checks/", orders.checks, name="checks"),
    path(f"{DESK}/checks/<int:pk>/handing/", orders.check_handing, name="check_handing"),
]
