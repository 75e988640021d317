/* A box above a long list that leaves only what holds the typed words; groups open while it is in use. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

for (const list of document.querySelectorAll("[data-filter-list]")) {
  const groups = [...list.querySelectorAll("[data-filter-group]")];
  const box = list.querySelector("[data-filter]");
  const told = list.querySelector("[data-filter-count]");

  box.addEventListener("input", () => {
    const wanted = plain(box.value.trim()).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      const name = plain(group.querySelector("summary").textContent);
      let left = 0;
      for (const item of group.querySelectorAll("[data-filter-item]")) {
        const text = `${plain(item.textContent)} ${name}`;
        item.hidden = !wanted.every((word) => text.includes(word));
        left += item.hidden ? 0 : 1;
      }
      group.hidden = left === 0;
      group.open = wanted.length > 0 && left > 0;
      shown += left;
    }
    told.textContent = wanted.length ? `${shown} of the ${told.dataset.filterWhat ?? "sites"} match` : "";
  });
}
