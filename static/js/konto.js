// Account pages with keys: offers them only where the browser knows them, and says when one did not work.
(() => {
  const meldung = document.querySelector("[data-schluessel-meldung]");
  const sagen = (text) => {
    if (meldung) {
      meldung.hidden = false;
      meldung.querySelector("[data-text]").textContent = text;
    }
  };

  if (window.PublicKeyCredential) {
    for (const angebot of document.querySelectorAll("[data-schluessel]")) {
      angebot.hidden = false;
    }
  } else if (document.querySelector("[data-schluessel-seite]")) {
    sagen("Ihr Browser kennt keine Schlüssel, oder die Verbindung ist nicht sicher (https).");
  }

  document.addEventListener("allauth.error", (ereignis) => {
    const fehler = ereignis.detail.exception?.name;
    ereignis.preventDefault();
    if (fehler === "InvalidStateError") {
      sagen("Dieser Schlüssel gehört schon zu Ihrem Konto.");
    } else if (fehler === "SecurityError") {
      sagen("Unter dieser Adresse gehen keine Schlüssel: Der Browser braucht einen Namen statt Zahlen und eine sichere Verbindung.");
    } else {
      sagen("Das hat nicht geklappt. Der Vorgang wurde abgebrochen oder hat zu lange gedauert.");
    }
  });
})();
