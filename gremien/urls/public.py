"""Public pages of the middle floor."""

from django.urls import path

from gremien.views import ausfuhr, berichte, karte, netzwerk, organisationen, pdf, projekte, public

urlpatterns = [
    path("netzwerk/", netzwerk.netzwerk, name="netzwerk"),
    path("netzwerk/netzwerk.pdf", pdf.netzwerk, name="netzwerk_pdf"),
    path("netzwerk/baustein.html", ausfuhr.netzwerk_baustein, name="netzwerk_baustein"),
    path("netzwerk/karte/", karte.karte, name="karte"),
    path("gremien/", public.gremium_liste, name="gremien"),
    path("gremien/<slug:slug>/", public.gremium_seite, name="gremium"),
    path("gremien/<slug:slug>/gremium.pdf", pdf.gremium, name="gremium_pdf"),
    path("organisationen/<slug:slug>/", organisationen.organisation_seite, name="organisation"),
    path("projekte/", projekte.projekt_liste, name="projekte"),
    path("projekte/<slug:slug>/", projekte.projekt_seite, name="projekt"),
    path("berichte/", berichte.bericht_liste, name="berichte"),
    path("berichte/<slug:slug>/", berichte.bericht_seite, name="bericht"),
]
