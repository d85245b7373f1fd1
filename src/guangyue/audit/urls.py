"""The desk pages of the audit trail."""

from django.urls import path

from guangyue.audit import views

app_name = "audit"
urlpatterns = [
    path("desk/audit/", views.trail, name="trail"),
    path("desk/audit/<int:number>/", views.record, name="record"),
    path("desk/audit/chain/", views.chain, name="chain"),
    path("desk/audit/chain/heads/", views.heads, name="heads"),
]
