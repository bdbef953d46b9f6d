"""Everything up to November 2026 at once: new installations start here, the others have the single steps."""

from django.db import migrations

from netzwerk.lib.migrationen import zusammengefasst

BISHER = (
    "0001_grundbestand",
    "0002_sichtbarkeit_berechnet",
    "0003_vorlage_betrifft_gremien",
    "0004_nachfolger_und_fruehere_adressen",
    "0005_reihenfolgen_der_listen",
    "0006_zuletzt_geaendert",
    "0007_anwesenheit",
    "0008_pflichten_erfuellt",
    "0009_zeiten_der_anwesenheit",
)


class Migration(migrations.Migration):
    initial = True
    replaces = [("sitzungen", name) for name in BISHER]

    dependencies = [
        ("gremien", "0011_bestand_november_2026"),
    ]

    operations = zusammengefasst("sitzungen", *BISHER)
