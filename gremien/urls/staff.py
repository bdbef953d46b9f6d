"""Staff pages of the middle floor."""

from gremien import nomen
from netzwerk.intern.ansichten import wege

urlpatterns = [
    *wege(nomen.GREMIUM),
    *wege(nomen.KATEGORIE),
    *wege(nomen.WAHLPERIODE),
    *wege(nomen.NETZWERKSEITE),
    *wege(nomen.PROJEKT),
    *wege(nomen.KUNDE),
    *wege(nomen.BERICHT),
]
