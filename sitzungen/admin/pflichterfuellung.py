"""Papers and meetings that fulfil duties to report."""

from django.contrib import admin

from netzwerk.lib.admin import Grundadmin
from sitzungen.admin.gruppen import SITZUNGEN
from sitzungen.models import Pflichterfuellung


@admin.register(Pflichterfuellung)
class PflichterfuellungAdmin(Grundadmin):
    """What fulfils single times of duties."""

    gruppe = SITZUNGEN
    list_display = ("__str__", "vorlage", "sitzung")
    list_select_related = (
        "pflicht__gremium",
        "pflicht__organisation",
        "vorlage__koerperschaft",
        "sitzung__gremium",
    )
    search_fields = ("pflicht__gremium__name", "pflicht__organisation__name", "vorlage__kennung")
    fields = ("pflicht", "bezugstag", "vorlage", "sitzung")
