"""政策找我 for the public."""

from django.urls import URLPattern, path

from guangyue.entitlements.views import for_me, questions

app_name = "entitlements"

public: tuple[URLPattern, ...] = (
    path("policies-for-me/", for_me.home, name="home"),
    path("policies-for-me/questions/", questions.questions, name="questions"),
    path("policies-for-me/mine/", for_me.mine, name="mine"),
    path("policies-for-me/mine/<str:code>/", for_me.result, name="result"),
    path("policies-for-me/<str:code>/", for_me.policy, name="policy"),
)

urlpatterns = [*public]
