/** Asks for the part of the page again while something in it is under way. What has the focus keeps it. */
const pause = 2000;

async function renew(place) {
  const answer = await fetch(place.dataset.live);
  if (!answer.ok || answer.redirected) {
    return;
  }

  const focused = place.contains(document.activeElement) ? document.activeElement.id : null;
  const part = document.createElement("template");
  part.innerHTML = await answer.text();
  place.replaceChildren(part.content);
  if (focused) {
    (document.getElementById(focused) ?? place.querySelector("a, button"))?.focus();
  }
}

for (const place of document.querySelectorAll("[data-live]")) {
  const timer = setInterval(() => {
    if (place.querySelector("[data-running]")) {
      renew(place).catch(() => {});
    } else {
      clearInterval(timer);
    }
  }, pause);
}
