"""Fetch the short lists of an entry in the entry's own query, as JSON.

A page about one body shows a dozen small lists (topics, areas, former names …). A query for
each would cost more than the page itself; a sub-query for each costs one round trip together.
"""

from typing import Any

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.functions import JSONObject


class JsonListe(Subquery):
    """The rows of a query as a JSON array of objects, in the query's order; [] without rows.

    Takes an (ordered, maybe sliced) queryset and, as keywords, the keys and the fields or
    expressions they hold. Dates arrive as ISO text.
    """

    output_field = JSONField()
    template = "(SELECT COALESCE(JSONB_AGG(_zeilen._objekt), '[]'::jsonb) FROM (%(subquery)s) _zeilen)"
    template_sqlite = "(SELECT JSON_GROUP_ARRAY(JSON(_zeilen._objekt)) FROM (%(subquery)s) _zeilen)"

    def __init__(self, queryset: QuerySet[Any], **felder: Any) -> None:
        """Build the object of each row."""
        super().__init__(queryset.annotate(_objekt=JSONObject(**felder)).values("_objekt"))

    def as_sqlite(self, compiler: Any, connection: Any, **kwargs: Any) -> Any:
        """Return the SQL for SQLite, which has a function of another name."""
        return self.as_sql(compiler, connection, template=self.template_sqlite, **kwargs)
