// Comfort only: every page does all it does without this file.
"use strict";

(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  // j and k walk through the lines of the nearest list.
  let at = -1;
  const lines = () => [...document.querySelectorAll("main [data-list] > *")];
  function step(by) {
    const all = lines();
    if (!all.length) return;
    const chosen = all.findIndex((one) => one.classList.contains("at"));
    if (chosen >= 0) all[chosen].classList.remove("at");
    at = Math.min(Math.max((chosen >= 0 ? chosen : at) + by, 0), all.length - 1);
    const line = all[at];
    line.classList.add("at");
    const link = line.querySelector("a, summary, button");
    if (link) link.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  }

  function press(name) {
    const found = document.querySelector(`[data-key="${name}"]`);
    if (found) found.click();
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key;
    if (key === "/") document.getElementById("search")?.focus();
    else if (key === "?") document.getElementById("help")?.showModal();
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (!press(key)) return;
    event.preventDefault();
  });

  // A highlight and what was read from it light up together.
  function light(target, on) {
    const marks = (target.closest?.("[data-marks]")?.dataset.marks ?? "").split(" ").filter(Boolean);
    const own = target.closest?.("[data-mark]")?.dataset.mark;
    for (const index of own === undefined ? marks : [own]) {
      document.getElementById(`read-${index}`)?.classList.toggle("lit", on);
      for (const piece of document.querySelectorAll("[data-marks]")) {
        if (piece.dataset.marks.split(" ").includes(index)) piece.classList.toggle("lit", on);
      }
    }
  }
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => light(event.target, on));
  }

  // The talks and the day are shown as soon as they are chosen.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form.when");
    if (form && form.checkValidity()) form.requestSubmit();
  });

  // The reader was sent to words: move there also where the browser has already scrolled.
  const sought = location.hash.startsWith("#s") && document.getElementById(location.hash.slice(1));
  if (sought) sought.scrollIntoView({ block: "center" });
})();
