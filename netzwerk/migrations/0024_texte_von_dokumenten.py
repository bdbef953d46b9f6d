"""What public documents say; the search index is made anew, with decisions and documents in it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from netzwerk.lib import volltext


def leeren(apps: Any, schema_editor: Any) -> None:
    """Empty the index: after the migrations an empty one is filled (``suchindex.aufbauen_wenn_leer``)."""
    volltext.leeren()


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("netzwerk", "0023_befunde_zu_links")]

    operations = [
        migrations.CreateModel(
            name="Dokumenttext",
            fields=[
                (
                    "dokument",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="gelesen",
                        serialize=False,
                        to="netzwerk.dokument",
                        verbose_name="Dokument",
                    ),
                ),
                ("datei", models.CharField(max_length=100)),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "Text eines Dokuments",
                "verbose_name_plural": "Texte von Dokumenten",
            },
        ),
        migrations.RunPython(leeren, migrations.RunPython.noop),
    ]
