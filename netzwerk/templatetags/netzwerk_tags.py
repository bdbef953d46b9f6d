"""What templates of every floor need."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


class OderLeer(template.Node):
    """A part of a page, or what is said in its place when nothing is in it."""

    def __init__(self, inhalt: NodeList, leer: NodeList) -> None:
        """Keep both parts."""
        self.inhalt, self.leer = inhalt, leer

    def render(self, context: Context) -> SafeString:
        """Return the part; the other one if it holds only white space."""
        text = self.inhalt.render(context)
        return text if text.strip() else self.leer.render(context)


@register.tag
def oder_leer(parser: Parser, token: Token) -> OderLeer:
    """Parse ``{% oder_leer %} sections {% sonst %} a kind word {% endoder_leer %}``.

    Sections come from tags of upper floors, so a page cannot know beforehand whether there are any.
    """
    inhalt = parser.parse(("sonst",))
    parser.delete_first_token()
    leer = parser.parse(("endoder_leer",))
    parser.delete_first_token()
    return OderLeer(inhalt, leer)
