"""Addresses: the public's catalogue, the desk's items, acts, handovers and what is kept beside them."""

from django.urls import path

from guangyue.supervision.views import acts, handovers, items, keeping, public, watching

app_name = "supervision"
urlpatterns = [
    path("supervision/", public.catalogue, name="catalogue"),
    path("supervision/<int:pk>/", public.item, name="item"),
    path("supervision/duties/<slug:key>/", public.duties, name="duties"),
    path("desk/supervision/items/", items.items, name="items"),
    path("desk/supervision/items/new/", items.new_item, name="new_item"),
    path("desk/supervision/items/<int:pk>/", items.desk_item, name="desk_item"),
    path("desk/supervision/items/<int:pk>/amendment/", items.amendment, name="amendment"),
    path("desk/supervision/items/<int:pk>/change/", items.change, name="change"),
    path("desk/supervision/items/<int:pk>/checklists/new/", items.new_checklist, name="new_checklist"),
    path("desk/supervision/items/<int:pk>/check/", items.check, name="check"),
    path("desk/supervision/items/<int:pk>/confirmation/", items.confirmation, name="confirmation"),
    path("desk/supervision/items/<int:pk>/publication/", items.publication, name="publication"),
    path("desk/supervision/items/<int:pk>/sending-back/", items.sending_back, name="sending_back"),
    path("desk/supervision/items/<int:pk>/cancelling/", items.cancelling, name="cancelling"),
    path("desk/supervision/items/<int:pk>/explanation/", watching.explanation, name="explanation"),
    path("desk/supervision/acts/", acts.acts, name="acts"),
    path("desk/supervision/acts/new/", acts.new_act, name="new_act"),
    path("desk/supervision/acts/table/", acts.act_table, name="act_table"),
    path("desk/supervision/acts/<int:pk>/", acts.act, name="act"),
    path("desk/supervision/rejections/", acts.rejections, name="rejections"),
    path("desk/supervision/rejections/<int:pk>/", acts.rejection, name="rejection"),
    path("desk/supervision/subjects/", acts.subject, name="subject"),
    path("desk/supervision/projects/<str:code>/", acts.project, name="project"),
    path("desk/supervision/coverage/", watching.coverage, name="coverage"),
    path("desk/supervision/defects/", watching.defects, name="defects"),
    path("desk/supervision/handovers/", handovers.handovers, name="handovers"),
    path("desk/supervision/handovers/<int:pk>/", handovers.handover, name="handover"),
    path("desk/supervision/handovers/<int:pk>/receipt/", handovers.receipt, name="receipt"),
    path("desk/supervision/handovers/<int:pk>/plan/", handovers.plan, name="plan"),
    path("desk/supervision/systems/", keeping.systems, name="systems"),
    path("desk/supervision/systems/new/", keeping.new_system, name="new_system"),
    path("desk/supervision/systems/<slug:key>/", keeping.system, name="system"),
    path("desk/supervision/systems/<slug:key>/end/", keeping.system_end, name="system_end"),
    path("desk/supervision/people/", keeping.people, name="people"),
    path("desk/supervision/trainings/new/", keeping.new_training, name="new_training"),
    path("desk/supervision/exports/", keeping.exports, name="exports"),
    path("desk/supervision/exports/new/", keeping.new_export, name="new_export"),
    path("desk/supervision/exports/<int:pk>/", keeping.export, name="export"),
    path("desk/supervision/exports/<int:pk>/file/", keeping.export_file, name="export_file"),
]
