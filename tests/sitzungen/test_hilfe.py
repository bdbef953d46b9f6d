"""The handbook speaks only of what is there, and every page of the staff area leads to its chapter."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.urls import reverse

from gremien.models import Gremium, Mitgliedschaft
from netzwerk.actions.konten import einladen, konto_schliessen
from netzwerk.enums import Rolle
from netzwerk.lib.dates import heute
from netzwerk.models import Hinweis, Portal
from sitzungen.handbuch import handbuch
from sitzungen.models import Sitzung
from tests import fabrik, intern
from tests.demo_fixtures import demo_des_moduls

__all__ = ["demo_des_moduls"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_des_moduls")]

VORLAGEN = Path(__file__).parents[2] / "templates"
NENNBAR = {"a", "button", "label", "summary", "h1", "h2", "legend"}


class Namen(HTMLParser):
    """Collects the texts of what one can press, fill in, or read as a heading."""

    def __init__(self):
        super().__init__()
        self.offen, self.namen = [], set()

    def handle_starttag(self, tag, attrs):
        if tag in NENNBAR:
            self.offen.append([])

    def handle_data(self, data):
        for texte in self.offen:
            texte.append(data)

    def handle_endtag(self, tag):
        if tag in NENNBAR and self.offen:
            text = " ".join("".join(self.offen.pop()).split())
            self.namen |= {text, text.removesuffix(" (freiwillig)"), text.rstrip(" 0123456789")}


def namen_auf(client, *adressen):
    gefunden = Namen()
    for adresse in adressen:
        antwort = client.get(adresse)
        assert antwort.status_code == 200, adresse
        gefunden.feed(antwort.text)
    return gefunden.namen


def test_everything_the_handbook_names_is_on_some_page():
    admin = intern.client(Rolle.ADMIN, is_staff=True)
    runde, sitzung = Gremium.objects.oeffentlich().first(), Sitzung.objects.first()
    besetzt = (
        Mitgliedschaft.objects.aktiv_am(heute()).filter(sitz__isnull=False, person__isnull=False).first()
    )
    eingeladen, zu = intern.konto(Rolle.REDAKTION, "a", is_active=False), intern.konto(Rolle.REDAKTION, "b")
    einladen(eingeladen, acting_user=admin.konto)
    konto_schliessen(zu, nachfolge=None, acting_user=admin.konto)
    offen, erledigt = (
        Hinweis.objects.create(text="x", kennung=f"h-{stand}", stand=stand) for stand in ("neu", "erledigt")
    )
    entwurf = fabrik.gremium("Entwurf", veroeffentlichung="entwurf")
    runde.kurztext += " Neu."
    runde.save()
    namen = namen_auf(
        admin,
        "/intern/",
        "/intern/gremien/",
        "/intern/gremien/neu/",
        f"/intern/gremien/{runde.pk}/",
        f"/intern/gremien/{entwurf.pk}/",
        f"/intern/gremien/{runde.pk}/verlauf/",
        f"/intern/sitzungen/{sitzung.pk}/",
        "/intern/sitzungen/neu/",
        "/intern/berichtspflichten/",
        "/intern/linkpruefung/",
        "/intern/bilder/neu/",
        reverse("intern_besetzung", args=[besetzt.gremium_id]),
        reverse("intern_mandat_abgeben", args=[besetzt.pk]),
        "/intern/uebernahme/",
        "/intern/zusammenfuehren/",
        "/intern/hinweise/",
        f"/intern/hinweise/{offen.pk}/",
        f"/intern/hinweise/{erledigt.pk}/",
        "/intern/konten/",
        "/intern/konten/einladen/",
        f"/intern/konten/{eingeladen.pk}/",
        f"/intern/konten/{zu.pk}/",
        f"/intern/konten/{intern.konto(Rolle.MITGLIED, 'c').pk}/",
        "/konto/",
    )
    runde.geloescht_am = runde.geaendert_am
    runde.save()
    namen |= namen_auf(admin, "/intern/papierkorb/")
    Portal.objects.update(vier_augen=True)
    namen |= namen_auf(intern.client(Rolle.REDAKTION, "r"), "/intern/gremien/neu/")
    # These stand on pages that need more than a visit; their templates say them.
    vorlagen = "".join(
        (VORLAGEN / "intern" / name).read_text()
        for name in (
            "uebernahme/durchsicht.html",
            "uebernahme/fertig.html",
            "_fassung.html",
            "papierkorb.html",
            "mandate/_platz.html",
        )
    )
    namen |= {" ".join(text.split()) for text in re.findall(r">([^<>{}]+)<", vorlagen)}

    genannt = {name for kapitel in handbuch() for name in kapitel.namen}
    # „Zurückholen“ tells screen readers of what.
    assert genannt - namen - {name.partition(":")[0] for name in namen} == set()
    assert len(genannt) > 30


def test_pages_of_the_staff_area_lead_to_their_chapter():
    anker = {kapitel.anker for kapitel in handbuch()}
    seiten = {
        v: re.search(r"{% block hilfe %}(.*?){% endblock", v.read_text()) for v in VORLAGEN.rglob("*.html")
    }
    seiten = {v: block for v, block in seiten.items() if block and v.name != "base_staff.html"}
    assert len(seiten) > 18
    for vorlage, block in seiten.items():
        genannt = set(re.findall(r"(?:#|%})([a-z]+(?:-[a-z]+)*)", block[1]))
        assert genannt
        assert genannt <= anker, vorlage


def test_the_handbook_has_contents_and_its_places(client):
    seite = intern.client(Rolle.MITGLIED).get("/intern/hilfe/").text
    for kapitel in handbuch():
        assert f'href="#{kapitel.anker}"' in seite
        assert f'id="{kapitel.anker}"' in seite
    assert 'href="/intern/hilfe/#finden"' in intern.client(Rolle.REDAKTION).get("/intern/gremien/").text


def test_the_first_text_on_privacy_tells_of_kept_logins(client):
    assert "Solange jemand angemeldet ist, speichern wir" in client.get("/datenschutz/").text


def test_the_demo_shows_what_waits_for_a_release_and_it_can_be_released():
    freigabe = intern.client(Rolle.FREIGABE, "f")
    gremium = Gremium.objects.get(slug="buendnis-kindgerechter-ganztag")
    assert "Änderung: Gremium" in freigabe.get("/intern/").text

    antwort = freigabe.post(f"/intern/gremien/{gremium.pk}/fassung/", {"schritt": "freigeben"}, follow=True)

    gremium.refresh_from_db()
    assert "wartet" in gremium.kurztext, antwort.context.get("messages")
    assert "Änderung: Gremium" not in freigabe.get("/intern/").text
