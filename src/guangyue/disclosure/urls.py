"""公示: open to all under `disclosures/`, under `desk/disclosures/` for those who bring notices forward."""

from django.urls import path

from guangyue.disclosure.views import desk, public

app_name = "disclosure"
urlpatterns = [
    path("disclosures/", public.notices, name="notices"),
    path("disclosures/<int:pk>/", public.notice, name="notice"),
    path("disclosures/<int:pk>/paper/", public.paper, name="paper"),
    path("disclosures/<int:pk>/objections/", public.objecting, name="objecting"),
    path("disclosures/objections/", public.asking, name="asking"),
    path("disclosures/objections/<str:code>/", public.objection, name="objection"),
    path("desk/disclosures/", desk.notices, name="desk_notices"),
    path("desk/disclosures/drafting/", desk.drafting, name="drafting"),
    path("desk/disclosures/objections/", desk.objections, name="desk_objections"),
    path("desk/disclosures/objections/<int:pk>/", desk.objection, name="desk_objection"),
    path("desk/disclosures/objections/<int:pk>/answer/", desk.objection_answer, name="objection_answer"),
    path("desk/disclosures/<int:pk>/", desk.notice, name="desk_notice"),
    path("desk/disclosures/<int:pk>/editing/", desk.editing, name="editing"),
    path("desk/disclosures/<int:pk>/review/", desk.review, name="review"),
    path("desk/disclosures/<int:pk>/return/", desk.sending_back, name="sending_back"),
    path("desk/disclosures/<int:pk>/publication/", desk.publication, name="publication"),
    path("desk/disclosures/<int:pk>/withdrawal/", desk.withdrawal, name="withdrawal"),
    path("desk/disclosures/<int:pk>/correction/", desk.correction, name="correction"),
]
