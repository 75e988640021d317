/* The searches made in this browser, kept in it alone; whoever does not want that turns it off. */
const KEY = "trialway-searches";
const OFF = "trialway-searches-off";
const MOST = 10;

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each?.href === "string" && typeof each?.words === "string") : [];
  } catch {
    return [];
  }
};

const here = document.querySelector("[data-search-words]");
if (here?.dataset.searchWords && !localStorage.getItem(OFF)) {
  const search = { words: here.dataset.searchWords, href: location.pathname + location.search };
  const others = read().filter((each) => each.words !== search.words);
  localStorage.setItem(KEY, JSON.stringify([search, ...others].slice(0, MOST)));
}

for (const part of document.querySelectorAll("[data-recent]")) {
  const list = part.querySelector("ul");
  const off = part.querySelector("[data-recent-off]");
  const draw = () => {
    const kept = read();
    list.replaceChildren(...kept.map(({ words, href }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.textContent = words;
      link.dataset.registryText = "";
      link.href = new URL(href, location.origin).pathname.startsWith("/") ? href : "#";
      item.append(link);
      return item;
    }));
    part.hidden = kept.length === 0 && !localStorage.getItem(OFF);
    list.hidden = kept.length === 0;
    part.querySelector("[data-recent-clear]").hidden = kept.length === 0;
    off.textContent = localStorage.getItem(OFF) ? "Keep my searches in this browser" : "Do not keep my searches";
  };
  part.querySelector("[data-recent-clear]").addEventListener("click", () => { localStorage.removeItem(KEY); draw(); });
  off.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else { localStorage.setItem(OFF, "yes"); localStorage.removeItem(KEY); }
    draw();
  });
  draw();
}
