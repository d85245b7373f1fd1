"""A person's own notifications under `me/`, the outbox under `desk/`."""

from django.urls import path

from guangyue.notifications import views

app_name = "notifications"
urlpatterns = [
    path("me/notifications/", views.own, name="own"),
    path("me/notifications/<int:number>/", views.notification, name="notification"),
    path("me/notifications/readings/", views.readings, name="readings"),
    path("me/notifications/bell/", views.bell, name="bell"),
    path("me/notifications/channels/", views.channels, name="channels"),
    path("desk/outbox/", views.outbox, name="outbox"),
    path("desk/outbox/<int:number>/", views.delivery, name="delivery"),
    path("desk/outbox/<int:number>/resending/", views.resending, name="resending"),
    path("desk/outbox/<int:number>/confirmation/", views.confirmation, name="confirmation"),
]
