"""Staff pages of the ground floor."""

from django.urls import path

from netzwerk.intern import nomen
from netzwerk.intern.ansichten import wege
from netzwerk.intern.ansichten.dateien import FruehereDatei
from netzwerk.intern.ansichten.liste import Waehlen
from netzwerk.views import hinweise, intern, postausgang, stil

urlpatterns = [
    path("stil/", stil.stil, name="stil"),
    path("merken/", intern.Merken.as_view(), name="intern_merken"),
    path("papierkorb/", intern.Papierkorb.as_view(), name="intern_papierkorb"),
    path("waehlen/<slug:name>/", Waehlen.as_view(), name="intern_waehlen"),
    path("hinweise/", hinweise.Hinweise.as_view(), name="intern_hinweise"),
    path("hinweise/<int:pk>/", hinweise.EinHinweis.as_view(), name="intern_hinweis"),
    path("postausgang/", postausgang.Postausgang.as_view(), name="postausgang"),
    path("postausgang/<int:nummer>/", postausgang.Einzelne.as_view(), name="nachricht"),
    path("postausgang/<int:nummer>/senden/", postausgang.ErneutSenden.as_view(), name="nachricht_erneut"),
    path(
        "bilder/<int:pk>/dateien/<int:stand>/",
        FruehereDatei.as_view(bereich=nomen.BILD),
        name="intern_bilder_datei",
    ),
    path(
        "dokumente/<int:pk>/dateien/<int:stand>/",
        FruehereDatei.as_view(bereich=nomen.DOKUMENT),
        name="intern_dokumente_datei",
    ),
    *wege(nomen.ORGANISATION),
    *wege(nomen.PERSON),
    *wege(nomen.STELLE),
    *wege(nomen.GEBIET),
    *wege(nomen.THEMA),
    *wege(nomen.PROGRAMM),
    *wege(nomen.BILD),
    *wege(nomen.DOKUMENT),
    *wege(nomen.SEITE),
]
