"""Staff pages of the ground floor."""

from django.urls import path

from netzwerk.views import stil

urlpatterns = [
    path("stil/", stil.stil, name="stil"),
]
