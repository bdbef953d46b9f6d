"""The command demodaten: run again keeps what was edited; it goes without a trace."""

import io
from collections import Counter

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command

from gremien.models import Adressat, Gremium
from netzwerk.demo.lader import Demolader
from netzwerk.lib.dates import jetzt
from netzwerk.models import Bild, Datensatz, Demoeintrag, Konto, Organisation, Portal, Seite
from netzwerk.models.thema import Wert
from tests import fabrik
from tests.demo_fixtures import demo_des_moduls

__all__ = ["demo_des_moduls"]
pytestmark = pytest.mark.django_db


def demodaten(*optionen):
    ausgabe = io.StringIO()
    call_command("demodaten", *optionen, stdout=ausgabe)
    return ausgabe.getvalue()


def inhalte():
    """Return how many rows of content and of its history there are; value lists do not count."""
    modelle = [
        modell
        for modell in apps.get_models()
        if issubclass(modell, Datensatz) and not issubclass(modell, Wert) and modell not in {Portal, Seite}
    ]
    zahlen = {modell._meta.label: modell._base_manager.count() for modell in [*modelle, Konto]}
    verlauf = {f"{m._meta.label} history": m.history.count() for m in [*modelle, Konto, Portal, Seite]}
    return {name: zahl for name, zahl in (zahlen | verlauf).items() if zahl}


@pytest.fixture
def demo(demo_des_moduls, db):
    """Return the rows by key, read anew: a test may change them."""
    return Demolader()


def test_a_second_run_changes_nothing(demo):
    vorher = inhalte()
    geaendert = list(Gremium.objects.order_by("pk").values_list("pk", "geaendert_am"))
    assert "nichts zu ergänzen" in demodaten()
    assert inhalte() == vorher
    assert list(Gremium.objects.order_by("pk").values_list("pk", "geaendert_am")) == geaendert


def test_each_row_begins_its_history_with_one_step_that_holds_its_lists(demo):
    gremium = demo["gremium/ak-jim"]
    schritt = gremium.history.get()
    assert (schritt.history_type, schritt.history_change_reason) == ("+", "Demodaten")
    assert [zeile.thema.name for zeile in schritt.themen.all()] == ["Offene Kinder- und Jugendarbeit"]
    assert schritt.zielgruppen.count() == gremium.zielgruppen.count() == 2


def test_what_was_edited_renamed_binned_or_deleted_stays_so(demo):
    bearbeitet, benannt, im_korb = (demo[f"gremium/{name}"] for name in ("ak-jim", "lag-okja", "jha-marburg"))
    bearbeitet.kurztext = "Von Hand geändert."
    bearbeitet.save()
    benannt.name, benannt.slug = "LAG Jugend", "lag-jugend"
    benannt.save()
    im_korb.geloescht_am = jetzt()
    im_korb.save()
    Adressat.objects.filter(text="Landesregierung").delete()
    portal = Portal.objects.aktuelles()
    portal.untertitel = "Unser Untertitel"
    portal.save()
    anzahl = Gremium.objects.count()

    assert "nichts zu ergänzen" in demodaten()

    assert Gremium.objects.get(pk=bearbeitet.pk).kurztext == "Von Hand geändert."
    assert Gremium.objects.get(pk=benannt.pk).name == "LAG Jugend"
    assert Gremium.objects.get(pk=im_korb.pk).geloescht_am
    assert not Adressat.objects.filter(text="Landesregierung").exists()
    assert Gremium.objects.count() == anzahl
    assert Portal.objects.aktuelles().untertitel == "Unser Untertitel"


def test_an_account_keeps_its_password_until_the_environment_names_another(demo, monkeypatch):
    konto = demo["konto/redaktion"]
    konto.set_password("selbst-gewählt-123")
    konto.save()
    assert "unverändert" in demodaten()
    konto.refresh_from_db()
    assert konto.check_password("selbst-gewählt-123")
    monkeypatch.setenv("DEMO_PASSWORT", "neu-für-alle-123")
    assert "Passwort für alle: neu-für-alle-123" in demodaten()
    konto.refresh_from_db()
    assert konto.check_password("neu-für-alle-123")
    assert "unverändert" in demodaten()


def test_what_people_added_stays_with_all_it_needs(demo):
    fabrik.organisation("Unser Team", parent=demo["organisation/ikjg"])
    eigenes = fabrik.gremium("Unsere Runde")
    eigenes.gebiete.add(demo["gebiet/jena-lobeda"])
    Adressat.objects.create(gremium=demo["gremium/ak-jim"], text="von uns ergänzt")

    ausgabe = demodaten("--entfernen")

    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["IKJG", "Unser Team"]
    assert sorted(Gremium.objects.values_list("name", flat=True)) == ["AK JIM", "Unsere Runde"]
    assert [gebiet.name for gebiet in eigenes.gebiete.all()] == ["Jena-Lobeda"]
    assert Adressat.objects.get().text == "von uns ergänzt"
    assert "Organisation „IKJG“, gebraucht von Organisation „Unser Team“" in ausgabe
    assert "Gremium „AK JIM“, gebraucht von Adressat „von uns ergänzt“" in ausgabe
    assert "Gebiet „Jena-Lobeda“, gebraucht von Gremium „Unsere Runde“" in ausgabe
    assert Portal.objects.get().eigene_organisation is None


def test_removed_it_leaves_an_empty_registry_with_its_value_lists(demo, django_capture_on_commit_callbacks):
    werte = Demoeintrag.objects.filter(schluessel__startswith="wert/")
    eigene = Counter(wert.inhaltstyp.model_class() for wert in werte)
    listen = {m: m._base_manager.count() - eigene[m] for m in apps.get_models() if issubclass(m, Wert)}
    bild = Bild.objects.first().datei.name
    assert default_storage.exists(bild)

    with django_capture_on_commit_callbacks(execute=True):
        ausgabe = demodaten("--entfernen")
    assert "Demodaten entfernt" in ausgabe
    assert "Geblieben" not in ausgabe
    assert inhalte() == {}
    assert not Demoeintrag.objects.exists()
    assert {m: m._base_manager.count() for m in listen} == listen
    assert Seite.objects.get(slug="impressum").text.startswith("<p>Wer dieses Portal betreibt")
    portal = Portal.objects.get()
    assert (portal.untertitel, portal.begruessung, portal.eigene_organisation) == ("", "", None)
    assert not default_storage.exists(bild)
