// Suggestions while typing (ARIA combobox). Without this the field is a plain form.

const setze = (was, werte) => Object.entries(werte).forEach(([name, wert]) => was.setAttribute(`aria-${name}`, wert));

function ergaenze(feld) {
  const liste = document.createElement("ul");
  liste.id = `${feld.id}-liste`;
  liste.className = "search__list";
  liste.role = "listbox";
  feld.role = "combobox";
  setze(liste, { label: "Vorschläge" });
  setze(feld, { autocomplete: "list", controls: liste.id });
  feld.form.append(liste);
  let uhr, stelle, frage;

  function waehle(neu) {
    stelle = neu;
    setze(feld, { activedescendant: neu < 0 ? "" : `${liste.id}-${neu}` });
    [...liste.children].forEach((zeile, i) => {
      zeile.id = `${liste.id}-${i}`;
      setze(zeile, { selected: i === neu });
    });
  }

  function zeige(offen) {
    liste.hidden = !offen;
    setze(feld, { expanded: offen });
    waehle(-1);
  }

  async function hole() {
    frage = feld.value;
    const antwort = await fetch(`/suche/vorschlaege/?q=${encodeURIComponent(frage)}`).catch(() => null);
    const text = antwort?.ok ? await antwort.text() : "";
    if (frage !== feld.value) return;
    liste.innerHTML = text;
    zeige(liste.children.length > 0 && document.activeElement === feld);
  }

  feld.oninput = () => {
    clearTimeout(uhr);
    uhr = setTimeout(hole, 200);
  };
  feld.onblur = () => zeige(false);
  feld.onkeydown = (e) => {
    const n = liste.children.length + 1;
    if (liste.hidden || e.isComposing) return;
    if (e.key === "ArrowDown") waehle(((stelle + 2) % n) - 1);
    else if (e.key === "ArrowUp") waehle(((stelle + n) % n) - 1);
    else if (e.key === "Escape") zeige(false);
    else if (e.key === "Enter" && stelle >= 0) liste.children[stelle].click();
    else return;
    e.preventDefault();
  };
  liste.onmousedown = (e) => e.preventDefault();
  liste.onclick = (e) => location.assign(e.target.closest("li").dataset.adresse);
  zeige(false);
}

document.querySelectorAll(".search__field").forEach(ergaenze);
