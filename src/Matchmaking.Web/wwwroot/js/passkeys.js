// Asks the browser for a passkey when a marked form is sent, and sends the answer with the form.
// Forms stay hidden where the browser has no passkeys; everything else on the page works without.

const ceremonies = {
  create: async (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: async (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

const supported =
  typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === "function" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

async function credentialFor(form) {
  const answer = await fetch(form.dataset.options, {
    method: "POST",
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (answer.status === 403) {
    // The sign-in has become too old meanwhile: the page says what to do then.
    location.reload();
    return new Promise(() => {});
  }

  if (!answer.ok) {
    throw new Error(`The options were answered with ${answer.status}.`);
  }

  return ceremonies[form.dataset.passkey](await answer.json());
}

async function complete(form) {
  const failure = form.querySelector("[role=alert]");
  const button = form.querySelector("button");
  failure.hidden = true;
  button.setAttribute("aria-busy", "true");
  try {
    form.elements.Credential.value = JSON.stringify(await credentialFor(form));
    form.submit();
  } catch {
    failure.hidden = false;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

if (supported) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      complete(form);
    });
  }
}
