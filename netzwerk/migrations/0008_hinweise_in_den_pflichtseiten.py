"""Let the first texts of the duty pages tell of the form for hints; edited texts stay as they are."""

from importlib import import_module

from django.db import migrations

ERSTE = import_module("netzwerk.migrations.0003_erste_wertelisten").SEITEN

# Slug: what the first text says, what it says from now on.
AENDERUNGEN = {
    "datenschutz": (
        ("<p>Die öffentlichen Seiten setzen keine Cookies", "<p>Die Seiten zum Lesen setzen keine Cookies"),
        (
            "<h3>Beim Anmelden</h3>",
            "<h3>Wenn Sie uns einen Hinweis geben</h3><p>Das Formular setzt ein Cookie zum Schutz vor gefälschten "
            "Anfragen; es endet, wenn Sie den Browser schließen. Wir speichern, was Sie eintragen und zu welcher Seite. "
            "Name und E-Mail-Adresse sind freiwillig und dienen nur der Antwort. Erledigte Hinweise löschen wir nach "
            "180 Tagen. Gegen Missbrauch zählt das Portal eine Stunde lang, wie viele Hinweise von einem Anschluss "
            "kommen.</p><h3>Beim Anmelden</h3>",
        ),
    ),
    "barrierefreiheit": (
        (
            "<p>Bitte schreiben Sie an die im Impressum genannte Stelle.",
            '<p>Bitte <a href="/hinweis/?seite=/barrierefreiheit/">geben Sie uns einen Hinweis</a> oder schreiben Sie '
            "an die im Impressum genannte Stelle.",
        ),
    ),
    "leichte-sprache": (
        (
            "<p>Dann sehen Sie mehr dazu.</p>",
            "<p>Dann sehen Sie mehr dazu.</p><h3>Etwas stimmt nicht?</h3><p>Oder Sie verstehen etwas nicht?</p>"
            "<p>Dann schreiben Sie uns.</p><p>Unten auf jeder Seite ist dafür ein Link.</p>"
            '<p>Hier kommen Sie auch zum <a href="/hinweis/?seite=/leichte-sprache/">Formular</a>.</p>'
            "<h3>Ist die Seite für alle gut?</h3><p>Alle Menschen sollen diese Seite benutzen können.</p>"
            "<p>Ein Computer-Programm prüft die Seite.</p><p>Menschen mit Behinderung haben die Seite noch nicht "
            "geprüft.</p><p>Wir haben noch keine Videos in Gebärden-Sprache.</p>"
            "<h3>Über diesen Text</h3><p>Dieser Text soll leicht sein.</p><p>Menschen aus der Ziel-Gruppe haben den "
            "Text noch nicht geprüft.</p>",
        ),
    ),
}


def neuer_text(slug: str) -> str:
    """Return the first text of a page with its changes. Raises ValueError if a place is not there once."""
    text: str = ERSTE[slug][1]
    for bisher, jetzt in AENDERUNGEN[slug]:
        if text.count(bisher) != 1:
            raise ValueError(f"{slug}: {bisher}")
        text = text.replace(bisher, jetzt)
    return text


def ergaenzen(apps, schema_editor):
    """Write the new text where the first one still stands untouched."""
    seiten = apps.get_model("netzwerk", "Seite").objects
    geaendert = [
        seiten.filter(slug=slug, text=ERSTE[slug][1]).update(text=neuer_text(slug)) for slug in AENDERUNGEN
    ]
    staende = apps.get_model("netzwerk", "Inhaltsstand").objects
    if any(geaendert) and staende.exists():
        # Kept pages are made anew; a new installation has none.
        staende.create()


class Migration(migrations.Migration):
    dependencies = [("netzwerk", "0007_inhaltsstand_mit_zeit")]
    operations = [migrations.RunPython(ergaenzen, migrations.RunPython.noop)]
