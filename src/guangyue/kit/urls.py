"""What portal and desk have in common."""

from django.urls import path

from guangyue.kit import views

app_name = "kit"
urlpatterns = [
    path("views/", views.save, name="views"),
    path("views/<int:pk>/removal/", views.remove, name="view_removal"),
    path("type-size/", views.type_size, name="type_size"),
]
