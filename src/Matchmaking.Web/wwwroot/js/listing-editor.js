import { saveByItself } from "./autosave.js";
import { countCounterparts } from "./counterparts.js";
import { tokenField } from "./token-field.js";
import { understand } from "./understood.js";

for (const input of document.querySelectorAll("input[data-tokens]")) {
  tokenField(input);
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  saveByItself(form);
  const place = form.querySelector("[data-understood]");
  if (place) {
    understand(form, place);
  }

  const count = document.querySelector("[data-counterparts]");
  if (count) {
    countCounterparts(form, count);
  }
}
