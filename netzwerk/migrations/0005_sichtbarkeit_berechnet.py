"""Let the database keep from when to when the public may read an entry."""

from django.db import migrations

from netzwerk.lib.migrationen import sichtbarkeit_2026_11


class Migration(migrations.Migration):
    dependencies = [
        ("netzwerk", "0004_inhaltsstand"),
    ]

    operations = sichtbarkeit_2026_11("bild", "dokument", "gebiet", "organisation")
