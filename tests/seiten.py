"""A page as its reader has it: text, headings, links, images."""

from html.parser import HTMLParser

BLOCK = {
    "p",
    "li",
    "div",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "br",
    "ul",
    "ol",
    "section",
    "figure",
    "td",
    "th",
}
LEER = {"br", "img", "input", "link", "meta", "hr", "path", "circle", "line"}


class Seite(HTMLParser):
    """The answer to a GET, taken apart."""

    def __init__(self, antwort):
        super().__init__()
        self.status = antwort.status_code
        self.quelle = antwort.content.decode()
        self.ueberschriften, self.links, self.bilder, self._teile, self._offen = [], [], [], [], []
        self.feed(self.quelle)
        self.text = " ".join("".join(self._teile).split())

    def handle_starttag(self, tag, attrs):
        eigenschaften = dict(attrs)
        if tag in BLOCK:
            self._teile.append(" ")
        if tag == "img":
            self.bilder.append((eigenschaften.get("src"), eigenschaften.get("alt")))
        if tag == "a":
            self.links.append([eigenschaften.get("href", ""), ""])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.ueberschriften.append((int(tag[1]), ""))
        if tag not in LEER:
            self._offen.append(tag)

    def handle_endtag(self, tag):
        if tag in self._offen:
            while self._offen.pop() != tag:
                pass
        if tag in BLOCK:
            self._teile.append(" ")

    def handle_data(self, data):
        if {"style", "script", "head"} & set(self._offen):
            return
        self._teile.append(data)
        if "a" in self._offen:
            self.links[-1][1] = " ".join((self.links[-1][1] + data).split())
        for stufe in (1, 2, 3, 4):
            if f"h{stufe}" in self._offen:
                ebene, text = self.ueberschriften[-1]
                self.ueberschriften[-1] = (ebene, " ".join((text + data).split()))

    def titel(self, stufe):
        """Return the headings of a level in order."""
        return [text for ebene, text in self.ueberschriften if ebene == stufe]

    def ziel(self, text):
        """Return the address of the first link with this text."""
        return next((href for href, worte in self.links if worte == text), None)

    def nach(self, ueberschrift):
        """Return the page's text from a piece of text on."""
        return self.text.partition(ueberschrift)[2]


def lesen(client, adresse):
    """Return the page at an address."""
    return Seite(client.get(adresse))
