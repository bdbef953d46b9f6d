// Names what Django's admin leaves unnamed for those who do not see the page: fields in tables of
// rows, fields of autocompletion, empty headings. Pages work without it.
(() => {
  let zaehler = 0;
  const mitKennung = (element) => {
    element.id ||= `name-${++zaehler}`;
    return element.id;
  };

  // What names a field: its label, else the heading of its column.
  const name = (feld) => {
    const zelle = feld.closest("td");
    return (
      document.querySelector(`label[for="${CSS.escape(feld.id)}"]`) ??
      zelle?.closest("table").tHead?.rows[0].cells[zelle.cellIndex]
    );
  };

  const benennen = (bereich) => {
    for (const feld of bereich.querySelectorAll("td :is(input, select, textarea):not([type=hidden])")) {
      if (feld.id && !feld.labels?.length && !feld.matches("[aria-label], [aria-labelledby]") && name(feld)) {
        feld.setAttribute("aria-labelledby", mitKennung(name(feld)));
      }
    }
    for (const auswahl of bereich.querySelectorAll("select.admin-autocomplete")) {
      const kasten = auswahl.nextElementSibling;
      const titel = name(auswahl);
      if (!titel || !kasten?.matches(".select2")) continue;
      const wert = kasten.querySelector(".select2-selection__rendered");
      const suche = kasten.querySelector(".select2-search__field");
      wert.removeAttribute("role");
      wert.removeAttribute("aria-readonly");
      kasten
        .querySelector(".select2-selection")
        .setAttribute("aria-labelledby", `${mitKennung(titel)} ${mitKennung(wert)}`);
      suche?.setAttribute("aria-labelledby", mitKennung(titel));
    }
    for (const kopf of bereich.querySelectorAll(".tabular thead th:empty")) {
      const wort = document.createElement("span");
      wort.className = "visually-hidden";
      wort.textContent = kopf.matches(".original") ? "Eintrag" : "Löschen";
      kopf.append(wort);
    }
  };

  // The sign that empties a list of several would stand where only its entries may stand.
  const vorbereiten = (bereich) => {
    for (const auswahl of bereich.querySelectorAll("select.admin-autocomplete[multiple]")) {
      auswahl.dataset.allowClear = "false";
    }
  };

  // What the list of contents leads to is folded: the heading stands in its summary.
  const aufklappen = () => {
    const ziel = document.getElementById(location.hash.slice(1))?.closest("details");
    if (ziel) ziel.open = true;
  };

  window.addEventListener("hashchange", aufklappen);
  document.addEventListener("DOMContentLoaded", () => {
    aufklappen();
    vorbereiten(document);
    // After Django's own: its fields are made when jQuery is ready.
    const danach = window.django?.jQuery ?? ((tun) => tun());
    danach(() => benennen(document));
  });
  document.addEventListener("formset:added", (ereignis) => {
    vorbereiten(ereignis.target);
    setTimeout(() => benennen(ereignis.target));
  });
})();
