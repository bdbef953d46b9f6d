"""Staff pages of the ground floor."""

from django.urls import path

from netzwerk.views import postausgang, stil

urlpatterns = [
    path("stil/", stil.stil, name="stil"),
    path("postausgang/", postausgang.postausgang, name="postausgang"),
    path("postausgang/<int:nummer>/", postausgang.nachricht, name="nachricht"),
    path("postausgang/<int:nummer>/senden/", postausgang.erneut_senden, name="nachricht_erneut"),
]
