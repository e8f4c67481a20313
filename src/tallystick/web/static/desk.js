// Shortcuts for the review desk. Every one stands for a control that is on the page; without this
// script the page does the same. They can be turned off (WCAG 2.2, 2.1.4) and stay off.
"use strict";
(() => {
  const button = document.getElementById("keys");
  const told = document.getElementById("keys-told");
  let on = localStorage.getItem("keys") !== "off";
  const show = () => {
    button.hidden = false;
    told.hidden = !on;
    button.textContent = on ? "Turn shortcuts off" : "Turn shortcuts on";
  };
  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem("keys", on ? "on" : "off");
    show();
  });
  show();

  const rows = [...document.querySelectorAll("[data-row]")];
  const at = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (to) => rows[Math.max(0, Math.min(to, rows.length - 1))]?.querySelector("a").focus();

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("textarea, select, input:not([type=radio], [type=checkbox])");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.target.form.requestSubmit();
    }
    if (!on || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(at() + 1);
    else if (event.key === "k") go(at() - 1);
    else if (event.key === "x" && at() >= 0) rows[at()].querySelector("input").click();
    else {
      const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!control) return;
      control.click();
      if (control.type === "radio") control.form.querySelector("textarea").focus();
    }
    event.preventDefault();
  });
})();
