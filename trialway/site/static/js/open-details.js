/* What is folded opens when the address points into it, and on paper. */
const openAround = (element) => {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};
const follow = () => {
  if (location.hash.length > 1) openAround(document.getElementById(decodeURIComponent(location.hash.slice(1))));
};
follow();
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not([open])")) {
    fold.open = true;
    fold.dataset.openedForPaper = "";
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("[data-opened-for-paper]")) {
    fold.open = false;
    delete fold.dataset.openedForPaper;
  }
});
