"""Let staff name who took the place of an entry; old addresses lead on."""

import django.db.models.deletion
from django.db import migrations, models

from netzwerk.lib.migrationen import SpaltenAufEinmal


class Migration(migrations.Migration):
    dependencies = [
        ("sitzungen", "0003_vorlage_betrifft_gremien"),
    ]

    operations = [
        SpaltenAufEinmal(
            [
                migrations.AddField(
                    model_name="beschluss",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="sitzungen.beschluss",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalbeschluss",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sitzungen.beschluss",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalsitzung",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sitzungen.sitzung",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="historicalvorlage",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="sitzungen.vorlage",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="sitzung",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="sitzungen.sitzung",
                        verbose_name="Nachfolger",
                    ),
                ),
                migrations.AddField(
                    model_name="vorlage",
                    name="ersetzt_durch",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin gewiesen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ersetzt",
                        to="sitzungen.vorlage",
                        verbose_name="Nachfolger",
                    ),
                ),
            ]
        ),
    ]
