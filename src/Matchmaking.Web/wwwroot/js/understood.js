/** Renews what is understood of the words after each save, and puts ticked codes beside the others at once. */
export function understand(form, place) {
  const codes = form.querySelector("input[name=HsCodes]");
  const struck = () => new Map(Array.from(place.querySelectorAll("input[name=Struck]"), (box) => [box.value, box.checked]));

  async function renew(address) {
    const answer = await fetch(address.replace(/edit$/, "understood"));
    if (!answer.ok || answer.redirected) {
      return;
    }

    const part = await answer.text();
    // What was ticked since the save is on its way there; the keyboard stays where it was.
    const ticked = struck();
    const { name, value } = place.contains(document.activeElement) ? document.activeElement : {};
    place.innerHTML = part;
    for (const box of place.querySelectorAll("input[name=Struck]")) {
      box.checked = ticked.get(box.value) ?? box.checked;
    }

    if (name) {
      Array.from(place.querySelectorAll("input")).find((box) => box.name === name && box.value === value)?.focus();
    }
  }

  form.addEventListener("draft:saved", (event) => renew(event.detail).catch(() => {}));
  place.addEventListener("change", ({ target }) => {
    if (target.name === "Suggested" && target.checked) {
      const item = target.closest("li");
      const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("input");
      codes.dispatchEvent(new CustomEvent("tokens:add", { detail: target.value }));
      (item.parentElement.children.length > 1 ? item : item.closest("fieldset")).remove();
      next?.focus();
    }
  });
}
