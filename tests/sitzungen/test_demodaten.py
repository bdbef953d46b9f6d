"""The command demodaten: adds what is missing, keeps what was edited, goes without a trace."""

import io

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command

from gremien.models import Adressat, Gremium
from netzwerk.demo.konten import KONTEN, adresse
from netzwerk.enums import Rolle
from netzwerk.lib.dates import jetzt
from netzwerk.models import Bild, Datensatz, Demoeintrag, Konto, Organisation, Portal, Seite
from netzwerk.models.thema import Wert
from tests import fabrik
from tests.demo_fixtures import demo

__all__ = ["demo"]
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


def test_it_fills_an_empty_registry_and_names_the_accounts(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORT", "ein-langes-Passwort")
    ausgabe = demodaten("--wenn-leer")
    assert "Passwort für alle: ein-langes-Passwort" in ausgabe
    for konto, _, rolle, _ in KONTEN:
        assert adresse(konto) in ausgabe
        gemacht = Konto.objects.get(email=adresse(konto))
        assert gemacht.check_password("ein-langes-Passwort")
        assert [gruppe.name for gruppe in gemacht.groups.all()] == [rolle]
        assert gemacht.is_superuser == gemacht.is_staff == (rolle == Rolle.ADMIN)
    assert Konto.objects.get(email="bericht@example.org").organisation.name == "Kreis Offenbach"
    mitglied = Konto.objects.get(email="mitglied@example.org").person
    assert mitglied.mitgliedschaften.get().gremium.name == "Fachausschuss Jugendförderung"
    betreut = Konto.objects.get(email="gremium@example.org").betreuungen.get().gremium
    assert betreut.slug == "jugendhilfeausschuss-marburg"


def test_it_leaves_a_registry_alone_that_is_not_empty():
    fabrik.organisation("Eigene")
    assert demodaten("--wenn-leer") == ""
    assert not Demoeintrag.objects.exists()


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


def test_texts_of_the_portal_that_people_wrote_stay():
    portal = Portal.objects.aktuelles()
    portal.untertitel = "Schon vorher geschrieben"
    portal.save()
    demodaten()
    portal.refresh_from_db()
    assert (portal.untertitel, portal.eigene_organisation) == ("Schon vorher geschrieben", None)
    assert "Vorführung" in Seite.objects.get(slug="impressum").text


def test_an_address_that_is_taken_is_not_taken_twice():
    fabrik.gremium("Unser Kreis", slug="ak-jim")
    demodaten()
    assert Gremium.objects.get(name="AK JIM").slug == "ak-jim-2"


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


def test_somebody_elses_account_is_left_alone(monkeypatch):
    fremd = Konto.objects.create_user("admin@example.org", "mein-eigenes-Passwort")
    monkeypatch.setenv("DEMO_PASSWORT", "ein-langes-Passwort")
    demodaten()
    demodaten("--entfernen")
    assert Konto.objects.get().check_password("mein-eigenes-Passwort")
    assert not fremd.is_superuser


def test_removed_it_leaves_an_empty_registry_with_its_value_lists(django_capture_on_commit_callbacks):
    listen = {m: m._base_manager.count() for m in apps.get_models() if issubclass(m, Wert)}
    seiten = list(Seite.objects.values_list("slug", "text"))
    with django_capture_on_commit_callbacks(execute=True):
        demodaten()
        bild = Bild.objects.first().datei.name
        assert default_storage.exists(bild)
        ausgabe = demodaten("--entfernen")
    assert "Demodaten entfernt" in ausgabe
    assert "Geblieben" not in ausgabe
    assert inhalte() == {}
    assert not Demoeintrag.objects.exists()
    assert {m: m._base_manager.count() for m in listen} == listen
    assert list(Seite.objects.values_list("slug", "text")) == seiten
    portal = Portal.objects.get()
    assert (portal.untertitel, portal.begruessung, portal.eigene_organisation) == ("", "", None)
    assert not default_storage.exists(bild)
    assert "Demodaten ergänzt" in demodaten()


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
