"""Let staff name who took the place of an entry; old addresses lead on."""

import django.db.models.deletion
from django.db import migrations, models

from netzwerk.lib.migrationen import SpaltenAufEinmal


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("netzwerk", "0014_leichte_sprache_erklaert_mehr"),
    ]

    operations = [
        SpaltenAufEinmal(
            [
                migrations.AddField(
                    model_name="bild",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="netzwerk.bild",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="dokument",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="netzwerk.dokument",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="gebiet",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="netzwerk.gebiet",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalbild",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="netzwerk.bild",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicaldokument",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="netzwerk.dokument",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalgebiet",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="netzwerk.gebiet",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalorganisation",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="netzwerk.organisation",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="netzwerk.organisation",
                        verbose_name="Nachfolger",
                    ),
                ),
            ]
        ),
        migrations.CreateModel(
            name="FruehereAdresse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wert", models.CharField(max_length=200, verbose_name="frühere Adresse")),
                ("objekt_id", models.PositiveBigIntegerField(verbose_name="Nummer des Eintrags")),
                ("erstellt_am", models.DateTimeField(auto_now_add=True, verbose_name="angelegt am")),
                (
                    "inhaltstyp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="Art des Eintrags",
                    ),
                ),
            ],
            options={
                "verbose_name": "frühere Adresse",
                "verbose_name_plural": "frühere Adressen",
                "ordering": ("wert",),
                "indexes": [models.Index(fields=["inhaltstyp", "objekt_id"], name="netzwerk_fruehere_ziel")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inhaltstyp", "wert"), name="netzwerk_fruehereadresse_ein_ziel"
                    )
                ],
            },
        ),
    ]
