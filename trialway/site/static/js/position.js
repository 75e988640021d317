/* The browser's position, only when asked for by a click, rounded to about a kilometre before it stands anywhere. */
for (const button of document.querySelectorAll("[data-position]")) {
  const box = document.getElementById(button.dataset.position);
  const told = button.nextElementSibling;
  const tell = (words) => { told.textContent = words; };
  if (!navigator.geolocation) button.hidden = true;
  button.addEventListener("click", () => {
    tell("Asking for your position");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        box.value = `${coords.latitude.toFixed(2)}, ${coords.longitude.toFixed(2)}`;
        tell("Your position stands in the field, to about a kilometre");
        box.focus();
      },
      () => {
        button.textContent = "Position not available";
        tell("The browser gave no position; write a town or a postcode");
        box.focus();
      },
      { maximumAge: 600000, timeout: 15000 },
    );
  });
}
