"""The chronicle: open to all under `chronicle/`, under `desk/chronicle/` for those who write it."""

from django.urls import path

from guangyue.chronicle.views import reading, settling, writing

app_name = "chronicle"
urlpatterns = [
    path("chronicle/", reading.timeline, name="timeline"),
    path("chronicle/meetings/", reading.meetings, name="meetings"),
    path("chronicle/people/<str:name>/", reading.name, name="name"),
    path("chronicle/<int:year>/<int:month>/", reading.month, name="month"),
    path("chronicle/<int:year>/<int:month>/<int:day>/", reading.day, name="day"),
    path("desk/chronicle/", writing.months, name="months"),
    path("desk/chronicle/opening/", writing.opening, name="opening"),
    path("desk/chronicle/names/", settling.names, name="names"),
    path("desk/chronicle/names/<int:pk>/", settling.settling, name="settling"),
    path("desk/chronicle/links/", settling.links, name="links"),
    path("desk/chronicle/links/<int:pk>/", settling.linking, name="linking"),
    path("desk/chronicle/proposals/", settling.proposals, name="proposals"),
    path("desk/chronicle/proposals/proposing/", settling.proposing, name="proposing"),
    path("desk/chronicle/proposals/<int:pk>/taking/", settling.taking, name="taking"),
    path("desk/chronicle/proposals/<int:pk>/declining/", settling.declining, name="declining"),
    path("desk/chronicle/events/<int:pk>/", writing.changing, name="changing"),
    path("desk/chronicle/events/<int:pk>/correction/", writing.correction, name="correction"),
    path("desk/chronicle/events/<int:pk>/kind/", writing.kind, name="kind"),
    path("desk/chronicle/events/<int:pk>/removal/", writing.removal, name="removal"),
    path("desk/chronicle/events/<int:pk>/keeping/", writing.keeping, name="keeping"),
    path("desk/chronicle/events/<int:pk>/joining/", writing.joining, name="joining"),
    path("desk/chronicle/events/<int:pk>/links/", settling.link_adding, name="link_adding"),
    path("desk/chronicle/<int:year>/<int:month>/", writing.month, name="desk_month"),
    path("desk/chronicle/<int:year>/<int:month>/events/", writing.writing, name="writing"),
    path("desk/chronicle/<int:year>/<int:month>/submission/", writing.submission, name="submission"),
    path("desk/chronicle/<int:year>/<int:month>/approval/", writing.approval, name="approval"),
    path("desk/chronicle/<int:year>/<int:month>/return/", writing.sending_back, name="sending_back"),
    path("desk/chronicle/<int:year>/<int:month>/printing/", writing.printing, name="printing"),
    path("desk/chronicle/<int:year>/<int:month>/text/", writing.text, name="text"),
    path("desk/chronicle/<int:year>/<int:month>/paper/", writing.paper, name="paper"),
]
