"""Using a page by keyboard alone, and seeing where one is."""

# What the browser says about the element that has the focus; None when nothing has.
WO = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const kasten = e.getBoundingClientRect();
  const umriss = [e, ...e.querySelectorAll('*')].some(kind => {
    const stil = getComputedStyle(kind);
    return stil.outlineStyle !== 'none' && parseFloat(stil.outlineWidth) >= 2;
  });
  const x = Math.min(Math.max(kasten.left + kasten.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(kasten.top + kasten.height / 2, 0), innerHeight - 1);
  const [erstes] = e.getClientRects();
  const punkte = [[x, y], erstes ? [erstes.left + erstes.width / 2, erstes.top + erstes.height / 2] : [x, y]];
  return {
    name: (e.getAttribute('aria-label') || e.textContent || e.name || '').trim().replace(/\\s+/g, ' '),
    art: e.tagName.toLowerCase(),
    ziel: e.getAttribute('href') || '',
    umriss,
    im_bild: kasten.bottom > 0 && kasten.top < innerHeight && kasten.right > 0 && kasten.left < innerWidth,
    frei: punkte.some(([px, py]) => {
      const oben = document.elementFromPoint(px, py);
      return !!oben && (e.contains(oben) || oben.contains(e));
    }),
  };
}"""
HOECHSTENS = 150


def wo(page):
    """Return what has the focus."""
    return page.evaluate(WO)


def schritte(page):
    """Press Tab through the whole page; return every stop."""
    stationen = []
    for _ in range(HOECHSTENS):
        page.keyboard.press("Tab")
        station = wo(page)
        if station is None:
            return stationen
        stationen.append(station)
    raise AssertionError(f"The page has more than {HOECHSTENS} stops.")


def gehe_zu(page, name, ziel=None):
    """Press Tab until something of this name (and address) has the focus."""
    gesehen = []
    for _ in range(HOECHSTENS):
        page.keyboard.press("Tab")
        station = wo(page)
        if station is None:
            break
        gesehen.append(station["name"])
        if station["name"] == name and ziel in (None, station["ziel"]):
            assert station["umriss"], f"{name} has the focus, but it cannot be seen"
            assert station["im_bild"], f"{name} has the focus outside of the picture"
            return
    raise AssertionError(f"Nothing named {name!r} can be reached by keyboard, only: {gesehen}")


def folge(page, name, ziel=None):
    """Follow a link by keyboard."""
    gehe_zu(page, name, ziel)
    vorher = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda adresse: adresse != vorher)
