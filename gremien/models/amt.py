"""When the office behind a public name ended.

A basis "öffentliches Amt" without an end date carries a name only until the first of the
person's mandates ends that lasted when the basis began or later; staying on elsewhere, or a
new term, needs a basis of its own (data minimisation, Art. 5 DSGVO).
"""

from datetime import date
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from netzwerk.models import Einwilligung


def grundlagen_mit_amtsende() -> QuerySet[Any]:
    """Return the bases of names with the last days of the person's mandates behind them."""
    sitz, leitung = "person__mitgliedschaften__", "person__leitungen__"
    return Einwilligung.objects.annotate(
        sitz_bis=Min(
            f"{sitz}bis",
            filter=Q(**{f"{sitz}bis__gte": F("erteilt_am"), f"{sitz}geloescht_am__isnull": True}),
        ),
        leitung_bis=Min(f"{leitung}bis", filter=Q(**{f"{leitung}bis__gte": F("erteilt_am")})),
    )


def amtsende(grundlage: Any) -> date | None:
    """Return the last day of the office behind a basis, None if no mandate has an end.

    One query, unless the basis was fetched by ``grundlagen_mit_amtsende``.
    """
    if not hasattr(grundlage, "sitz_bis"):
        grundlage = grundlagen_mit_amtsende().get(pk=grundlage.pk)
    return min((tag for tag in (grundlage.sitz_bis, grundlage.leitung_bis) if tag), default=None)
