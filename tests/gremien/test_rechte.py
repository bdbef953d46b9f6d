"""The words about rights say what the predicates and querysets do; tried with rows of every noun."""

from datetime import date

import pytest
from django.urls import get_resolver

from gremien.models import Bericht, Betreuung, Gremienbeziehung
from netzwerk.enums import Rolle
from netzwerk.intern import auskunft, rechte, werkzeuge
from netzwerk.intern.bereich import alle
from netzwerk.models import Konto, Portal
from tests import fabrik, intern
from tests.demo_fixtures import demo_des_moduls

pytestmark = pytest.mark.django_db
__all__ = ["demo_des_moduls"]


@pytest.fixture(scope="module")
def welt(demo_des_moduls):
    """Return the demo data: rows of every noun; nouns are known when the pages are."""
    assert get_resolver().url_patterns
    assert len(alle()) > 15
    return demo_des_moduls


def konto_mit(rolle, welt):
    """Return an account that has a role and something of its own, but not everything."""
    felder = {
        Rolle.MITGLIED: {"person": welt["person/jale-sommerfeld"]},
        Rolle.BERICHTERSTATTUNG: {"organisation": welt["organisation/kreis-offenbach"]},
    }.get(rolle, {})
    Konto.objects.filter(email="mitglied@example.org").delete()
    Bericht.objects.create(
        titel="Fremder", organisation=fabrik.organisation(), jahr=2026, datum=date(2026, 4, 1)
    )
    neues = intern.konto(rolle, **felder, is_staff=rolle == Rolle.ADMIN)
    if rolle == Rolle.GREMIENBETREUUNG:
        Betreuung.objects.create(konto=neues, gremium=welt["gremium/jha-marburg"])
    return neues


def wirklich(zeilen, bereich):
    """Return how far a query really reaches among the rows that there are."""
    grundmenge = auskunft._grundmenge(bereich)
    gesehen, alles = zeilen.count(), grundmenge.count()
    if gesehen == alles:
        return auskunft.ALLES
    return auskunft.EIGENES if gesehen else auskunft.NICHTS


@pytest.mark.parametrize("vier_augen", [False, True])
@pytest.mark.parametrize("rolle", list(Rolle))
def test_each_word_holds_for_an_account_with_the_role(db, welt, rolle, vier_augen):
    Portal.objects.update(vier_augen=vier_augen)
    konto, versuch = konto_mit(rolle, welt), auskunft.probe(rolle)
    for bereich in alle():
        if not auskunft._grundmenge(bereich).count():
            continue
        for frage, menge in ((auskunft.liest, rechte.lesbar), (auskunft.schreibt, rechte.bearbeitbar)):
            gesagt, ist = frage(bereich, versuch), wirklich(menge(bereich.modell, konto), bereich)
            # Whoever may have own ones need not have any of each noun.
            if not (gesagt == auskunft.EIGENES and ist == auskunft.NICHTS):
                assert (bereich.name, gesagt) == (bereich.name, ist)
        frei = {
            rechte.darf_freigeben(konto, zeile) for zeile in auskunft._grundmenge(bereich).order_by("pk")[:60]
        }
        gesagt = auskunft.gibt_frei(bereich, versuch)
        if hasattr(bereich.modell, "veroeffentlichung"):
            assert frei <= {auskunft.ALLES: {True}, auskunft.NICHTS: {False}}.get(gesagt, {True, False})
        assert (auskunft.legt_an(bereich, versuch) == auskunft.ALLES) == rechte.darf_anlegen(bereich, konto)


def test_own_ones_are_really_found(db, welt):
    """The exception above must not hide that nothing is ever found."""
    for rolle, name in (
        (Rolle.MITGLIED, "gremien"),
        (Rolle.GREMIENBETREUUNG, "gremien"),
        (Rolle.GREMIENBETREUUNG, "sitzungen"),
        (Rolle.BERICHTERSTATTUNG, "berichte"),
    ):
        konto = konto_mit(rolle, welt)
        eigene = {bereich.name: zeilen.count() for bereich, zeilen in auskunft.eigene(konto)}
        konto.delete()
        assert eigene[name] > 0


@pytest.mark.parametrize("rolle", list(Rolle))
def test_the_tools_named_open_and_no_others(db, rolle):
    client = intern.client(rolle, is_staff=rolle == Rolle.ADMIN)
    genannt = {werkzeug.route for werkzeug in werkzeuge.fuer(auskunft.probe(rolle))}
    offen = {
        werkzeug.route
        for werkzeug in werkzeuge.WERKZEUGE.values()
        if client.get(werkzeug.url).status_code == 200
    }
    assert genannt == offen
    assert "intern_rechte" in offen


def test_one_reads_why_and_admins_read_it_of_anybody(db):
    oben, unten, fremd = fabrik.gremium("Oben"), fabrik.gremium("Unten"), fabrik.gremium("Fremd")
    Gremienbeziehung.objects.create(von_gremium=unten, art="untergremium", zu_gremium=oben)
    wer = intern.client(Rolle.GREMIENBETREUUNG, "wer")
    Betreuung.objects.create(konto=wer.konto, gremium=oben)
    seite = wer.get("/intern/rechte/").text
    assert "Durch die Rolle Gremienbetreuung" in seite
    assert seite.index('Oben</a> <span class="muted small">anvertraut') > 0
    assert 'Unten</a> <span class="muted small">unter einem anvertrauten Gremium' in seite
    assert str(fremd) not in seite

    admin = intern.client(Rolle.ADMIN, is_staff=True)
    anderes = f"/intern/rechte/{wer.konto.pk}/"
    assert "Unten" in admin.get(anderes).text
    assert wer.get(anderes).status_code == 200
    assert wer.get(f"/intern/rechte/{admin.konto.pk}/").status_code == 404
    assert str(wer.konto) in admin.get("/intern/rechte/?wen=wer").text
    assert admin.get(f"/intern/rechte/{'9' * 30}/").status_code == 404


def test_a_closed_account_may_nothing(db):
    admin = intern.client(Rolle.ADMIN, is_staff=True)
    zu = intern.konto(Rolle.REDAKTION, "zu", is_active=False)
    seite = admin.get(f"/intern/rechte/{zu.pk}/").text
    assert "Durch die Rolle" not in seite
    assert "geschlossen" in seite
