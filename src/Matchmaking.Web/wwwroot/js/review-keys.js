const form = document.querySelector("form[data-review]");
const links = Array.from(document.querySelectorAll("[data-review-queue] a"));
const here = links.findIndex((link) => link.getAttribute("aria-current") === "true");
const reason = form?.elements.namedItem("Reason");

function press(decision) {
  form?.querySelector(`button[value="${decision}"]`).click();
}

const keys = {
  j: () => links[here + 1]?.click(),
  k: () => links[here - 1]?.click(),
  p: () => press("Published"),
  r: () => (reason?.value.trim() ? press("ChangesRequested") : reason?.focus()),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && typing) {
    typing.blur();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});
