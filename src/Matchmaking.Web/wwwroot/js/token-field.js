const separators = /[,;、，；\n]/;
let counter = 0;

/** Shows the comma-separated entries of a text field as chips that can be removed, with suggestions while one types. */
export function tokenField(original) {
  const label = document.querySelector(`label[for="${original.id}"]`);
  const input = original.cloneNode(false);
  const list = document.createElement("ul");
  const suggestions = document.createElement("datalist");
  const names = new Map();
  let timer = 0;
  let latest = 0;

  input.removeAttribute("name");
  input.removeAttribute("data-tokens");
  input.value = "";
  suggestions.id = `suggestions-${(counter += 1)}`;
  input.setAttribute("list", suggestions.id);
  list.className = "chips";
  list.setAttribute("aria-label", label.textContent.trim());
  original.removeAttribute("id");
  original.type = "hidden";
  original.after(list, input, suggestions);

  const tokens = () => original.value.split(separators).map((part) => part.trim()).filter(Boolean);

  function write(entries) {
    original.value = [...new Set(entries)].join(", ");
    original.dispatchEvent(new Event("change", { bubbles: true }));
    draw();
  }

  function draw() {
    list.replaceChildren(
      ...tokens().map((token) => {
        const chip = document.createElement("li");
        const remove = document.createElement("button");
        chip.className = "chip";
        chip.textContent = names.has(token) ? `${token} ${names.get(token)}` : token;
        remove.type = "button";
        remove.className = "button plain small";
        remove.textContent = "×";
        remove.setAttribute("aria-label", original.dataset.remove.replace("{0}", token));
        remove.addEventListener("click", () => {
          write(tokens().filter((other) => other !== token));
          input.focus();
        });
        chip.append(" ", remove);
        return chip;
      }),
    );
    list.hidden = list.children.length === 0;
  }

  function take() {
    const added = input.value.split(separators).map((part) => part.trim()).filter(Boolean);
    if (added.length > 0) {
      write([...tokens(), ...added]);
    }

    input.value = "";
  }

  function offer(entries) {
    suggestions.replaceChildren(
      ...entries.map(([value, text]) => {
        const option = document.createElement("option");
        option.value = value;
        option.label = text;
        return option;
      }),
    );
  }

  async function ask() {
    const query = input.value.trim();
    const turn = (latest += 1);
    if (query === "") {
      return;
    }

    const answer = await fetch(`${original.dataset.source}?q=${encodeURIComponent(query)}`, { headers: { Accept: "application/json" } });
    if (answer.ok && turn === latest) {
      const found = await answer.json();
      found.forEach((entry) => names.set(entry.code, entry.name));
      // The browser drops suggestions that do not hold what was typed.
      offer(found.map((entry) => [entry.code, `${entry.code} ${entry.name} · ${query}`]));
    }
  }

  input.addEventListener("input", (event) => {
    event.stopPropagation();
    if (separators.test(input.value) || names.has(input.value)) {
      take();
    } else if (original.dataset.source) {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(() => offer([])), 200);
    }
  });
  input.addEventListener("change", (event) => {
    event.stopPropagation();
    take();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && input.value === "" && tokens().length > 0) {
      write(tokens().slice(0, -1));
    }
  });

  original.addEventListener("tokens:add", (event) => write([...tokens(), event.detail]));

  if (original.dataset.options) {
    offer(original.dataset.options.split("|").map((option) => [option, option]));
  }

  draw();
}
