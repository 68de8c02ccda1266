/** Meetings are dragged to where they may stand; whatever shares a firm with the one that is looked at is marked. */
const grid = document.querySelector(".slot-grid");
const form = document.getElementById("put");
const status = document.getElementById("grid-status");
let dragged = null;
let dropped = false;

function mark(meeting, on) {
  const firms = meeting.dataset.firms.split(" ");
  for (const other of grid.querySelectorAll("[data-meeting]")) {
    other.classList.toggle("same", on && other.dataset.firms.split(" ").some((firm) => firms.includes(firm)));
  }
}

for (const [type, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  grid?.addEventListener(type, (event) => {
    const meeting = event.target.closest("[data-meeting]");
    if (meeting) {
      mark(meeting, on);
    }
  });
}

/** The same page that a click opens says for each cell whether it may be taken. */
async function pickUp(meeting) {
  const address = new URL(grid.dataset.pick, location.href);
  address.searchParams.set("Pick", meeting);
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected || dragged !== meeting) {
    return;
  }

  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const cell of page.querySelectorAll("[data-cell]")) {
    const here = grid.querySelector(`[data-cell="${cell.dataset.cell}"]`);
    if (here) {
      here.className = cell.className;
      here.title = cell.title;
    }
  }

  grid.classList.add("picking");
}

function letGo() {
  dragged = null;
  for (const cell of grid.querySelectorAll("[data-cell]")) {
    cell.classList.remove("here", "legal", "swap", "illegal", "over");
    cell.removeAttribute("title");
  }

  grid.classList.remove("picking");
}

if (grid && form) {
  grid.addEventListener("dragstart", (event) => {
    const meeting = event.target.closest("[data-meeting]");
    if (meeting) {
      dragged = meeting.dataset.meeting;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged);
      pickUp(dragged).catch(() => {});
    }
  });

  grid.addEventListener("dragover", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (dragged && cell?.classList.contains("legal")) {
      event.preventDefault();
    }
  });

  grid.addEventListener("dragenter", (event) => {
    const cell = event.target.closest("[data-cell]");
    for (const over of grid.querySelectorAll(".over")) {
      over.classList.remove("over");
    }

    if (dragged && cell) {
      cell.classList.add("over");
      status.textContent = cell.title;
    }
  });

  grid.addEventListener("drop", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (dragged && cell?.classList.contains("legal")) {
      event.preventDefault();
      const target = document.createElement("input");
      Object.assign(target, { type: "hidden", name: "cell", value: cell.dataset.cell });
      dropped = true;
      form.elements.meeting.value = dragged;
      form.append(target);
      form.submit();
    }
  });

  grid.addEventListener("dragend", () => {
    if (!dropped) {
      letGo();
    }
  });
}
