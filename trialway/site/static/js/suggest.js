/* Suggestions under the search box (ARIA combobox with a listbox); without this it stays a plain field. */
const KINDS = { condition: "Condition", treatment: "Treatment", acronym: "Trial name", sponsor: "Sponsor", place: "Place" };

const textOf = (tag, className, text) => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

for (const combo of document.querySelectorAll("[data-suggest]")) {
  const box = combo.querySelector("input");
  const list = document.createElement("ul");
  const told = textOf("p", "tw-visually-hidden", "");
  let at = -1;
  let asked = "";

  list.id = `${box.id}-suggestions`;
  list.className = "tw-combo__list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  told.setAttribute("role", "status");
  combo.append(list, told);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-controls", list.id);

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    box.value = option.dataset.words;
    close();
    box.form.requestSubmit();
  };

  const moveTo = (place) => {
    const options = [...list.children];
    at = (place + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    box.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };

  const show = (found) => {
    list.replaceChildren(...found.map(({ text, kind, trials }, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.className = "tw-combo__option";
      option.dataset.words = text;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const name = textOf("span", "tw-combo__name", text);
      name.dataset.registryText = "";
      option.append(name, textOf("span", "tw-combo__kind", `${KINDS[kind]} · named in ${trials.toLocaleString("en")} ${trials === 1 ? "trial" : "trials"}`));
      // Before the box loses the focus, which would close the list.
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    list.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = found.length ? `${found.length} suggestions; use the arrow keys` : "";
  };

  const ask = async () => {
    const typed = box.value.trim();
    if (typed === asked) return;
    asked = typed;
    close();
    if (typed.length < 2) return;
    const answer = await fetch(`${combo.dataset.suggest}?q=${encodeURIComponent(typed)}`);
    const found = answer.ok ? await answer.json() : [];
    // An answer that comes late is for letters that are no longer there.
    if (asked === typed && document.activeElement === box) show(found);
  };

  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") moveTo(at + 1);
    else if (event.key === "ArrowUp") moveTo(at < 0 ? -1 : at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) choose(list.children[at]);
    else return;
    event.preventDefault();
  });
}
