"""Staff pages of the middle floor."""

from django.urls import path

from gremien import nomen
from gremien.views import uebernahme
from netzwerk.intern.ansichten import wege

urlpatterns = [
    path("uebernahme/", uebernahme.Beginn.as_view(), name="intern_uebernahme"),
    path("uebernahme/<int:pk>/", uebernahme.Durchsicht.as_view(), name="intern_uebernahme_durchsicht"),
    path("uebernahme/<int:pk>/zurueck/", uebernahme.Zurueck.as_view(), name="intern_uebernahme_zurueck"),
    *wege(nomen.GREMIUM),
    *wege(nomen.KATEGORIE),
    *wege(nomen.WAHLPERIODE),
    *wege(nomen.NETZWERKSEITE),
    *wege(nomen.PROJEKT),
    *wege(nomen.KUNDE),
    *wege(nomen.BERICHT),
]
