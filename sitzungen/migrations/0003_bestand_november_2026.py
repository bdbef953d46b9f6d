"""Everything up to November 2026 at once: new installations start here, the others have the single steps."""

from django.db import migrations

from netzwerk.lib.migrationen import zusammengefasst

BISHER = (
    "0001_grundbestand",
    "0002_sichtbarkeit_berechnet",
    "0003_vorlage_betrifft_gremien",
)


class Migration(migrations.Migration):
    initial = True
    replaces = [("sitzungen", name) for name in BISHER]

    dependencies = [
        ("gremien", "0005_bestand_november_2026"),
    ]

    operations = zusammengefasst("sitzungen", *BISHER)
