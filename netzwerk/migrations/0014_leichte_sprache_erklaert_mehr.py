"""Let the first text in easy words tell of the start page, the menu and the statement; edited texts stay."""

from importlib import import_module

from django.db import migrations

BISHER = import_module("netzwerk.migrations.0008_hinweise_in_den_pflichtseiten").neuer_text("leichte-sprache")
MENUE = {
    "Netzwerk": "Hier stehen Gruppen auf einer Seite. Es gibt auch ein Bild davon.",
    "Gremien": "Gremien sind Gruppen. Hier finden Sie alle Gruppen.",
    "Organisationen": "Das sind zum Beispiel Vereine und Ämter.",
    "Gebiete": "Was gibt es in meiner Stadt?",
    "Themen": "Wer arbeitet an meinem Thema?",
    "Projekte": "Das sind Arbeiten mit einem Ziel.",
    "Berichte": "Hier steht: Was haben wir gemacht?",
    "Sitzungen": "Das sind die Treffen der Gruppen.",
    "Vorlagen": "Das sind Texte für die Treffen. Die Gruppe entscheidet darüber.",
    "Suche": "Schreiben Sie ein Wort. Dann finden Sie Seiten dazu.",
}
# What the text says, what it says from now on.
AENDERUNGEN = (
    (
        "<p>Oben auf jeder Seite ist ein Menü.</p>",
        "<h3>Die Start-Seite</h3><p>Auf der Start-Seite sehen Sie ein Bild.</p><p>Jeder Punkt im Bild ist eine "
        "Gruppe.</p><p>Darunter stehen die nächsten Treffen.</p><p>Und darunter steht: Was ist neu?</p>"
        "<h3>Das Menü</h3><p>Oben auf jeder Seite ist ein Menü.</p>",
    ),
    (
        "<p>Dann sehen Sie mehr dazu.</p>",
        "<p>Dann sehen Sie mehr dazu.</p><p>Das bedeuten die Wörter im Menü:</p><ul>"
        + "".join(f"<li>{wort}: {text}</li>" for wort, text in MENUE.items())
        + "</ul>",
    ),
    (
        "<h3>Über diesen Text</h3>",
        "<p>Manche Dokumente sind von anderen.</p><p>Diese Dokumente kann vielleicht nicht jeder lesen.</p>"
        "<p>Sie kommen irgendwo nicht weiter?</p><p>Dann sagen Sie uns das.</p><p>Wir helfen Ihnen.</p>"
        "<p>Wir helfen Ihnen nicht?</p><p>Dann hilft Ihnen ein Amt.</p><p>Das Amt heißt: Durchsetzungs-Stelle.</p>"
        '<p>Mehr steht in der <a href="/barrierefreiheit/">Erklärung zur Barrierefreiheit</a>.</p>'
        "<p>Die Erklärung ist in schwerer Sprache.</p><h3>Über diesen Text</h3>",
    ),
)


def neuer_text() -> str:
    """Return the first text with its changes. Raises ValueError if a place is not there once."""
    text: str = BISHER
    for bisher, jetzt in AENDERUNGEN:
        if text.count(bisher) != 1:
            raise ValueError(bisher)
        text = text.replace(bisher, jetzt)
    return text


def ergaenzen(apps, schema_editor):
    """Write the new text where the first one still stands untouched."""
    seiten = apps.get_model("netzwerk", "Seite").objects
    geaendert = seiten.filter(slug="leichte-sprache", text=BISHER).update(text=neuer_text())
    staende = apps.get_model("netzwerk", "Inhaltsstand").objects
    if geaendert and staende.exists():
        # Kept pages are made anew; a new installation has none.
        staende.create()


class Migration(migrations.Migration):
    dependencies = [("netzwerk", "0013_pruefung_der_erklaerung")]
    operations = [migrations.RunPython(ergaenzen, migrations.RunPython.noop)]
