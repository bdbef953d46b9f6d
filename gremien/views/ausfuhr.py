"""What leaves the portal as a file: the editorial page for other places, the registry for its admins."""

from django.http import HttpRequest, HttpResponse

from gremien.netzdokument import DOCX_TYP, als_docx, baustein
from gremien.views.netzwerk import netzwerk_kontext
from netzwerk import protokoll, rules
from netzwerk.exports import als_json, ausfuhr
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.antworten import wurzel
from netzwerk.lib.dates import heute
from netzwerk.lib.oeffentlich import oeffentliche_seite


@oeffentliche_seite
def netzwerk_baustein(request: HttpRequest) -> HttpResponse:
    """Return the editorial page as a piece of HTML for another site: only what is public."""
    antwort = HttpResponse(baustein(netzwerk_kontext(), wurzel(request)))
    # The page itself is what search engines should lead to.
    antwort["X-Robots-Tag"] = "noindex"
    return antwort


class Ausfuhr(Intern):
    """Shows what can be taken along, and how."""

    vorlage = "intern/ausfuhr.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        return self.zeigen(
            {
                "baustein": baustein(netzwerk_kontext(), wurzel(request)),
                "adresse": f"{wurzel(request)}/netzwerk/baustein.html",
                "ist_admin": rules.ist_admin(request.user),
            }
        )


class Netzwerkdatei(Intern):
    """The editorial page as a Word file."""

    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return it; it says what the public page says."""
        return _anhang(als_docx(netzwerk_kontext(), wurzel(request)), DOCX_TYP, "unser-netzwerk.docx")


class Registerdatei(Intern):
    """The whole registry as JSON, for Admin."""

    darf = staticmethod(rules.ist_admin)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return it, and write down who took it."""
        protokoll.register_ausgefuehrt(request.user, request)
        inhalt = als_json(ausfuhr(mit_dateien=request.GET.get("dateien") != "nein"))
        return _anhang(inhalt, "application/json", f"register-{heute().isoformat()}.json")


def _anhang(inhalt: bytes, typ: str, name: str) -> HttpResponse:
    return HttpResponse(
        inhalt, content_type=typ, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
