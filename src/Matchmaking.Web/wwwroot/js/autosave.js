const pause = 1500;

/** Sends the form to its own address while somebody types; the answer is JSON with what to show and where to go on. */
export function saveByItself(form) {
  const status = document.querySelector("[data-saved]");
  const detected = form.querySelector("[data-detected]");
  let timer = 0;
  let running = null;
  let stopped = false;

  function say(message, failed) {
    status.textContent = message;
    status.classList.toggle("field-error", failed);
  }

  function isWorthSaving() {
    return Array.from(form.querySelectorAll("input[type=text], textarea")).some((control) => control.value.trim() !== "");
  }

  async function save() {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
    });
    if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) {
      throw new Error(String(answer.status));
    }

    const said = await answer.json();
    if (!answer.ok) {
      // A conflict is settled on the page, where both texts can be seen.
      stopped = answer.status === 409;
      say(said.message, true);
      return;
    }

    form.elements.Version.value = said.version;
    if (form.getAttribute("action") !== said.address) {
      form.action = said.address;
      history.replaceState(null, "", said.address);
    }

    say(said.message, false);
    form.dispatchEvent(new CustomEvent("draft:saved", { detail: said.address }));
    if (detected) {
      detected.textContent = detected.dataset.detected.replace("{0}", said.language);
    }
  }

  async function run() {
    timer = 0;
    if (stopped || running || !isWorthSaving()) {
      return;
    }

    running = save().catch(() => {
      say(form.dataset.offline, true);
      schedule(pause * 10);
    });
    await running;
    running = null;
  }

  function schedule(delay) {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  }

  async function onInput() {
    await running;
    if (!stopped) {
      schedule(pause);
    }
  }

  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      // The version that this save is about to raise would make the submission look stale.
      event.preventDefault();
      stopped = true;
      running.finally(() => form.requestSubmit(event.submitter));
    }
  });
}
