"""Short ways through the staff area for tests: accounts by role, forms as a browser would send them."""

from django.contrib.auth.models import Group
from django.test import Client

from netzwerk.models import Konto

BACKEND = "django.contrib.auth.backends.ModelBackend"


def konto(rolle, name="", **felder):
    """Return an account with a role."""
    adresse = f"{name or rolle.name.lower()}@intern.example.org"
    neues = Konto.objects.create_user(adresse, "x", name=name or rolle.value, **felder)
    neues.groups.add(Group.objects.get(name=rolle))
    return neues


def client(rolle, name="", **felder):
    """Return a logged-in client for a role; its account is ``client.konto``."""
    ergebnis = Client()
    ergebnis.konto = konto(rolle, name, **felder)
    ergebnis.force_login(ergebnis.konto, backend=BACKEND)
    return ergebnis


def eingaben(antwort):
    """Return what a browser would send back of the form on a page, unchanged."""
    daten = {"kennung": antwort.context["kennung"], "stand": antwort.context.get("stand", "")}
    bearbeitung = antwort.context["bearbeitung"]
    formulare = [bearbeitung.formular]
    for satz in bearbeitung.zeilen:
        daten |= {
            f"{satz.prefix}-TOTAL_FORMS": str(satz.total_form_count()),
            f"{satz.prefix}-INITIAL_FORMS": str(satz.initial_form_count()),
        }
        formulare += satz.forms
    for formular in formulare:
        for feld in formular:
            daten |= _gesendet(feld)
    return daten


def _gesendet(feld):
    wert = feld.value()
    name = feld.html_name
    kontext = feld.field.widget.get_context(name, wert, {})["widget"]
    if "nummer" in kontext:
        return {name: str(kontext["nummer"] or ""), f"{name}_text": kontext["text"]}
    if wert is None or wert is False or wert == "":
        return {}
    if isinstance(wert, list | tuple) and not isinstance(feld.field.prepare_value(wert), str):
        return {name: [str(getattr(eintrag, "pk", eintrag)) for eintrag in wert]}
    if wert is True:
        return {name: "on"}
    formatiert = kontext["value"]
    return {name: str(formatiert[0] if isinstance(formatiert, list) else formatiert)}
