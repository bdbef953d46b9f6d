"""Public pages of the middle floor."""

from django.urls import path

from gremien.views import berichte, karte, organisationen, projekte, public

urlpatterns = [
    path("netzwerk/", public.netzwerk, name="netzwerk"),
    path("netzwerk/karte/", karte.karte, name="karte"),
    path("gremien/", public.gremium_liste, name="gremien"),
    path("gremien/<slug:slug>/", public.gremium_seite, name="gremium"),
    path("organisationen/<slug:slug>/", organisationen.organisation_seite, name="organisation"),
    path("projekte/", projekte.projekt_liste, name="projekte"),
    path("projekte/<slug:slug>/", projekte.projekt_seite, name="projekt"),
    path("berichte/", berichte.bericht_liste, name="berichte"),
    path("berichte/<slug:slug>/", berichte.bericht_seite, name="bericht"),
]
