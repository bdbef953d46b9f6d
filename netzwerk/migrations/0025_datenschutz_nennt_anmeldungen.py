"""Let the first text on privacy tell what is kept of logins; edited texts stay."""

from importlib import import_module

from django.db import migrations

BISHER = import_module("netzwerk.migrations.0008_hinweise_in_den_pflichtseiten").neuer_text("datenschutz")
STELLE = "<h3>Namen von Personen</h3>"
ANMELDUNGEN = (
    "<p>Solange jemand angemeldet ist, speichern wir Beginn, Browser und Adresse des Anschlusses. So sieht man im "
    "eigenen Konto, wo man angemeldet ist, und kann Fremdes beenden. Mit der Anmeldung endet auch das, spätestens am "
    "Tag danach. Was das Portal über Anmeldungen protokolliert, nennt Konten nur mit einer Nummer und Adressen gekürzt. "
    "Wer Nachrichten des Portals bekommt, bestellt sie im Konto oder mit dem Link darin ab; ihre Texte löschen wir nach "
    "30 Tagen.</p>"
)


def neuer_text() -> str:
    """Return the first text with its change. Raises ValueError if the place is not there once."""
    if BISHER.count(STELLE) != 1:
        raise ValueError(STELLE)
    return BISHER.replace(STELLE, ANMELDUNGEN + STELLE)


def ergaenzen(apps, schema_editor):
    """Write the new text where the first one still stands untouched."""
    seiten = apps.get_model("netzwerk", "Seite").objects
    geaendert = seiten.filter(slug="datenschutz", text=BISHER).update(text=neuer_text())
    staende = apps.get_model("netzwerk", "Inhaltsstand").objects
    if geaendert and staende.exists():
        # Kept pages are made anew; a new installation has none.
        staende.create()


class Migration(migrations.Migration):
    dependencies = [("netzwerk", "0024_texte_von_dokumenten")]
    operations = [migrations.RunPython(ergaenzen, migrations.RunPython.noop)]
