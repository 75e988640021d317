/* Buttons that copy a trial's number; without this it can be copied by hand. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const number = document.getElementById(button.dataset.copy).textContent.trim();
  const told = button.nextElementSibling;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(number);
    button.textContent = "Copied";
    told.textContent = `${number} copied`;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
