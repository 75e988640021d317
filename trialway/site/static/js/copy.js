/* A button beside each trial number that copies it; without this the number can be copied by hand. */
for (const number of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tw-button tw-button--quiet";
  button.textContent = "Copy number";
  const told = document.createElement("span");
  told.className = "tw-visually-hidden";
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(number.textContent.trim());
    button.textContent = "Copied";
    told.textContent = `${number.textContent.trim()} copied`;
    setTimeout(() => { button.textContent = "Copy number"; }, 2000);
  });
  if (navigator.clipboard) number.after(" ", button, told);
}
