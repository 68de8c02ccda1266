/** Says how many slots the form would make while one fills it in. */
for (const form of document.querySelectorAll("[data-slot-count]")) {
  const place = form.querySelector("[data-count]");
  let asked = 0;
  form.querySelector("[data-without-script]")?.remove();

  async function count() {
    const mine = ++asked;
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("__RequestVerificationToken");
    try {
      const answer = await fetch(`${form.dataset.slotCount}?${fields}`);
      if (answer.ok && !answer.redirected && mine === asked) {
        place.textContent = (await answer.text()).trim();
      }
    } catch {
      // The count stays as it was; the form works without it.
    }
  }

  form.addEventListener("input", count);
  // For what was typed before this ran, or brought back with the page.
  count();
}
