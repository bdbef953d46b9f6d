"""What a browser says of itself, in two words that people recognise."""

# The first that fits: each name also stands in what later ones say.
PROGRAMME = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEME = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def browsername(angabe: str) -> str:
    """Return "Firefox, Windows" for what a browser sends as its User-Agent."""
    programm = next((name for zeichen, name in PROGRAMME if zeichen in angabe), "Unbekannter Browser")
    system = next((name for zeichen, name in SYSTEME if zeichen in angabe), "")
    return f"{programm}, {system}" if system else programm
