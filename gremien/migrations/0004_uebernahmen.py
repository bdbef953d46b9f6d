"""Keep what the take-over assistant was given and what it wrote."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import netzwerk.lib.fields


class Migration(migrations.Migration):
    dependencies = [
        ("gremien", "0003_sichtbarkeit_berechnet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Uebernahme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", netzwerk.lib.fields.Zeile(blank=True, max_length=200, verbose_name="Titel")),
                ("rohtext", models.TextField(blank=True, verbose_name="eingefügter Text")),
                ("vorschlaege", models.JSONField(blank=True, default=list, verbose_name="Vorschläge")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("offen", "offen"),
                            ("uebernommen", "übernommen"),
                            ("zurueckgenommen", "zurückgenommen"),
                        ],
                        default="offen",
                        max_length=20,
                        verbose_name="Stand",
                    ),
                ),
                (
                    "zeilen",
                    models.JSONField(
                        blank=True, default=list, editable=False, verbose_name="geschriebene Zeilen"
                    ),
                ),
                ("erstellt_am", models.DateTimeField(auto_now_add=True, verbose_name="begonnen am")),
                ("uebernommen_am", models.DateTimeField(blank=True, null=True, verbose_name="übernommen am")),
                (
                    "konto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wer",
                    ),
                ),
            ],
            options={
                "verbose_name": "Übernahme",
                "verbose_name_plural": "Übernahmen",
                "ordering": ("-pk",),
            },
        ),
    ]
