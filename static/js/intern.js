// Makes the forms of the staff area quicker; every page works without it.
// Suggestions while typing, rows without a reload, input kept on the server and in the browser.

const WARTEN = 250;
const MERKEN_NACH = 4000;

function spaeter(tun, zeit) {
  let uhr;
  return (...args) => {
    clearTimeout(uhr);
    uhr = setTimeout(() => tun(...args), zeit);
  };
}

// --- Suggestions: a combobox after the ARIA pattern -------------------------------------------

let zaehler = 0;

function combobox(feld, adresse, gewaehlt) {
  const liste = document.createElement("ul");
  liste.className = "suggestions";
  liste.id = `vorschlaege-${++zaehler}`;
  liste.setAttribute("role", "listbox");
  liste.setAttribute("aria-label", "Vorschläge");
  liste.hidden = true;
  feld.after(liste);
  feld.setAttribute("role", "combobox");
  feld.setAttribute("aria-autocomplete", "list");
  feld.setAttribute("aria-expanded", "false");
  feld.setAttribute("aria-controls", liste.id);
  let stelle = -1;

  function schliessen() {
    liste.hidden = true;
    stelle = -1;
    feld.setAttribute("aria-expanded", "false");
    feld.removeAttribute("aria-activedescendant");
  }

  function markieren(neu) {
    const eintraege = [...liste.children];
    if (!eintraege.length) return;
    stelle = (neu + eintraege.length) % eintraege.length;
    eintraege.forEach((e, i) => e.setAttribute("aria-selected", String(i === stelle)));
    feld.setAttribute("aria-activedescendant", eintraege[stelle].id);
    eintraege[stelle].scrollIntoView({ block: "nearest" });
  }

  function nehmen(eintrag) {
    gewaehlt(eintrag.dataset.nummer, eintrag.textContent);
    schliessen();
    feld.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const fragen = spaeter(async () => {
    const frage = feld.value.trim();
    if (frage.length < 2) return schliessen();
    try {
      const antwort = await fetch(`${adresse}?q=${encodeURIComponent(frage)}`);
      if (!antwort.ok) return schliessen();
      const { treffer } = await antwort.json();
      liste.replaceChildren(
        ...treffer.map((t, i) => {
          const li = document.createElement("li");
          li.id = `${liste.id}-${i}`;
          li.setAttribute("role", "option");
          li.setAttribute("aria-selected", "false");
          li.dataset.nummer = t.nummer;
          li.textContent = t.text;
          return li;
        }),
      );
      liste.hidden = !treffer.length;
      feld.setAttribute("aria-expanded", String(!!treffer.length));
      stelle = -1;
    } catch {
      schliessen();
    }
  }, WARTEN);

  feld.addEventListener("input", fragen);
  feld.addEventListener("blur", () => setTimeout(schliessen, 150));
  liste.addEventListener("mousedown", (e) => {
    const eintrag = e.target.closest("li");
    if (eintrag) {
      e.preventDefault();
      nehmen(eintrag);
    }
  });
  feld.addEventListener("keydown", (e) => {
    if (liste.hidden) return;
    if (e.key === "ArrowDown") markieren(stelle + 1);
    else if (e.key === "ArrowUp") markieren(stelle - 1);
    else if (e.key === "Escape") schliessen();
    else if (e.key === "Enter" && stelle >= 0) nehmen(liste.children[stelle]);
    else return;
    e.preventDefault();
  });
}

function verweis(kasten) {
  const nummer = kasten.querySelector("input[type=hidden]");
  const text = kasten.querySelector("input[type=text]");
  text.addEventListener("input", () => (nummer.value = ""));
  combobox(text, kasten.dataset.vorschlaege, (pk, name) => {
    nummer.value = pk;
    text.value = name;
  });
}

function verweisliste(kasten) {
  const text = kasten.querySelector("input[type=text]");
  const liste = kasten.querySelector(".ticks");
  combobox(text, kasten.dataset.vorschlaege, (pk, name) => {
    text.value = "";
    const vorhanden = [...liste.querySelectorAll("input")].find((i) => i.value === pk);
    if (vorhanden) {
      vorhanden.checked = true;
      return;
    }
    const zeile = document.createElement("label");
    zeile.className = "ticks__option";
    const haken = document.createElement("input");
    Object.assign(haken, { type: "checkbox", name: kasten.dataset.name, value: pk, checked: true });
    zeile.append(haken, ` ${name}`);
    liste.append(zeile);
  });
}

function beleben(bereich) {
  bereich.querySelectorAll(".reference").forEach(verweis);
  bereich.querySelectorAll(".reference-list").forEach(verweisliste);
}

// --- One row more ------------------------------------------------------------------------------

function zeilen(teil) {
  const knopf = teil.querySelector("button[name=noch_eine]");
  const muster = teil.querySelector("template");
  const anzahl = teil.querySelector(`input[name="${CSS.escape(teil.dataset.zeilen)}-TOTAL_FORMS"]`);
  knopf.addEventListener("click", (e) => {
    e.preventDefault();
    const neu = muster.content.cloneNode(true);
    for (const teilchen of neu.querySelectorAll("*")) {
      for (const name of ["name", "id", "for", "aria-describedby"]) {
        const wert = teilchen.getAttribute(name);
        if (wert?.includes("__prefix__")) teilchen.setAttribute(name, wert.replaceAll("__prefix__", anzahl.value));
      }
    }
    const zeile = neu.firstElementChild;
    anzahl.value = Number(anzahl.value) + 1;
    knopf.parentElement.before(neu);
    beleben(zeile);
    zeile.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
}

// --- Nothing typed is lost ----------------------------------------------------------------------

function merken(formular) {
  // A form shown at another address (a conflict) still belongs to its entry.
  const pfad = new URL(formular.action).pathname;
  const schluessel = `eingaben:${pfad}`;
  const anzeige = formular.querySelector("[data-gemerkt]");
  let geaendert = false;

  const senden = spaeter(async () => {
    const daten = new FormData(formular);
    for (const [name, wert] of [...daten]) if (wert instanceof File) daten.delete(name);
    try {
      const ziel = `${formular.dataset.merken}?pfad=${encodeURIComponent(pfad)}`;
      const antwort = await fetch(ziel, { method: "POST", body: daten, redirect: "manual" });
      if (!antwort.ok) throw new Error(String(antwort.status));
      localStorage.removeItem(schluessel);
      anzeige.textContent = "Eingaben gesichert";
    } catch {
      localStorage.setItem(schluessel, JSON.stringify([...daten].filter(([name]) => name !== "csrfmiddlewaretoken")));
      anzeige.textContent = "Keine Verbindung: Ihre Eingaben bleiben in diesem Browser.";
    }
  }, MERKEN_NACH);

  formular.addEventListener("input", () => {
    geaendert = true;
    anzeige.textContent = "";
    senden();
  });
  formular.addEventListener("change", () => {
    geaendert = true;
    senden();
  });
  formular.addEventListener("submit", () => (geaendert = false));
  addEventListener("beforeunload", (e) => {
    if (geaendert && anzeige.textContent === "") e.preventDefault();
  });
  zurueckholen(formular, schluessel, anzeige);
}

function zurueckholen(formular, schluessel, anzeige) {
  const gemerkt = localStorage.getItem(schluessel);
  if (!gemerkt) return;
  for (const [name, wert] of JSON.parse(gemerkt)) {
    const feld = formular.elements[name];
    if (feld && !(feld instanceof RadioNodeList) && feld.type !== "checkbox" && feld.type !== "hidden") feld.value = wert;
  }
  localStorage.removeItem(schluessel);
  anzeige.textContent = "Ihre Eingaben von vorhin sind wieder da, noch nicht gespeichert.";
}

// --- Uploads tell how far they are ---------------------------------------------------------------

function hochladen(formular) {
  const balken = formular.querySelector("progress[data-hochladen]");
  formular.addEventListener("submit", (e) => {
    const knopf = e.submitter;
    const dateien = [...formular.querySelectorAll("input[type=file]")].some((feld) => feld.files.length);
    if (!dateien || knopf?.getAttribute("formtarget") || e.defaultPrevented) return;
    e.preventDefault();
    const daten = new FormData(formular, knopf);
    const anfrage = new XMLHttpRequest();
    balken.hidden = false;
    balken.removeAttribute("value");
    anfrage.upload.addEventListener("progress", (p) => {
      if (p.lengthComputable) balken.value = p.loaded / p.total;
    });
    anfrage.addEventListener("load", () => zeigen(anfrage));
    anfrage.addEventListener("error", () => {
      balken.hidden = true;
      formular.querySelector("[data-gemerkt]").textContent =
        "Die Datei kam nicht an. Bitte prüfen Sie die Verbindung und speichern Sie noch einmal.";
    });
    anfrage.open("POST", knopf?.getAttribute("formaction") || formular.action);
    anfrage.send(daten);
  });
}

// The answer takes the place of the page, as if the browser had sent the form itself.
function zeigen(anfrage) {
  const neu = new DOMParser().parseFromString(anfrage.responseText, "text/html");
  const inhalt = neu.querySelector("main");
  if (!inhalt) return location.assign(anfrage.responseURL);
  document.querySelector("main").replaceWith(inhalt);
  document.title = neu.title;
  history.replaceState(null, "", anfrage.responseURL);
  anfangen(inhalt);
  scrollTo(0, 0);
  (document.getElementById("fehler") ?? inhalt).focus();
}

function anfangen(bereich) {
  beleben(bereich);
  bereich.querySelectorAll("[data-zeilen]").forEach(zeilen);
  bereich.querySelectorAll("form[data-merken]").forEach(merken);
  bereich.querySelectorAll("form:has(progress[data-hochladen])").forEach(hochladen);
}

// What waits in the browser belongs to whoever was logged in.
document.querySelectorAll('a[href$="/logout/"]').forEach((a) =>
  a.addEventListener("click", () => {
    Object.keys(localStorage)
      .filter((s) => s.startsWith("eingaben:"))
      .forEach((s) => localStorage.removeItem(s));
  }),
);

anfangen(document);
document.getElementById("fehler")?.focus();
