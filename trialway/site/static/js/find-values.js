/* A box above a long list that fetches, while somebody types, the values that hold what is typed. Ticks stay. */
const WAIT = 250;

for (const form of document.querySelectorAll("[data-find-values]")) {
  const list = form.parentElement.querySelector("[data-values]");
  let timer = 0;
  let last = 0;

  const kept = (values) => {
    const items = new Map();
    for (const box of values.querySelectorAll("input[type=checkbox]")) items.set(box.value, box);
    return items;
  };

  const show = (html) => {
    const found = new DOMParser().parseFromString(html, "text/html").body;
    const now = kept(found);
    const rows = found.querySelector("ul");
    const before = kept(list);
    for (const [value, box] of now) if (before.has(value)) box.checked = before.get(value).checked;
    const ticked = [...before].filter(([value, box]) => box.checked && !now.has(value));
    for (const [, box] of ticked.reverse()) rows?.prepend(box.closest("li"));
    // The sentence is changed and not replaced, so that it is read out.
    const told = list.querySelector("[role=status]");
    const says = found.querySelector("[role=status]");
    if (!told || !says || !rows) return;
    told.textContent = says.textContent;
    list.querySelector("ul").replaceWith(rows);
    form.parentElement.querySelector(".tw-fold__count").textContent = rows.dataset.count;
  };

  const find = async () => {
    const asked = (last += 1);
    const address = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.findValues}?${address}`);
      if (answer.ok && asked === last) show(await answer.text());
    } catch {
      // Offline: the list stays as it is, and the button asks the server anew.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    find();
  });
}
