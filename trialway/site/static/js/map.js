/* Turns the picture of a map into one to move around in. Leaflet and the outlines are fetched when asked for. */
const CELL = 48; // points nearer than so many pixels are shown as one
const ORDER = ["recruiting", "unstated", "soon", "other"];

const load = (tag, attributes) => new Promise((resolve, reject) => {
  const element = Object.assign(document.createElement(tag), attributes, { onload: resolve, onerror: reject });
  document.head.append(element);
});

const cluster = (map, points) => {
  const cells = new Map();
  for (const point of points) {
    const { x, y } = map.project([point.lat, point.lon]);
    const key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(point);
  }
  return [...cells.values()];
};

const best = (points) => ORDER.find((kind) => points.some((point) => point.kind === kind));

const popup = (points) => {
  const box = document.createElement("div");
  for (const point of points.slice(0, 10)) {
    const name = document.createElement("strong");
    name.textContent = point.name;
    box.append(name);
    for (const line of point.lines) {
      const row = document.createElement("p");
      row.textContent = line;
      box.append(row);
    }
  }
  return box;
};

const draw = (L, map, layer, points) => {
  layer.clearLayers();
  for (const together of cluster(map, points)) {
    const kind = best(together);
    const count = together.filter((point) => point.kind === kind).reduce((sum, point) => sum + point.count, 0);
    const lat = together.reduce((sum, point) => sum + point.lat, 0) / together.length;
    const lon = together.reduce((sum, point) => sum + point.lon, 0) / together.length;
    const names = together.length === 1 ? together[0].name : `${together.length} towns`;
    const icon = L.divIcon({ className: `tw-map__point tw-map__key--${kind}`, html: count > 1 ? String(count) : "", iconSize: [28, 28] });
    const marker = L.marker([lat, lon], { icon, alt: `${names}: ${count} places`, keyboard: true }).addTo(layer);
    if (together.length > 1 && map.getZoom() < map.getMaxZoom()) {
      marker.on("click", () => map.fitBounds(L.latLngBounds(together.map((point) => [point.lat, point.lon])).pad(0.3)));
    } else {
      marker.bindPopup(popup(together));
    }
  }
};

const open = async (frame) => {
  const { points: address, outlines, script, style, tiles, credit } = frame.dataset;
  await Promise.all([load("link", { rel: "stylesheet", href: style }), load("script", { src: script })]);
  const [points, land] = await Promise.all([address, outlines].map(async (url) => (await fetch(url)).json()));
  const { L } = window;
  frame.replaceChildren();
  frame.classList.add("tw-map__frame--live");
  const map = L.map(frame, { minZoom: 1, maxZoom: tiles ? 16 : 8, worldCopyJump: true });
  map.attributionControl.setPrefix(false);
  if (tiles) L.tileLayer(tiles, { attribution: credit }).addTo(map);
  else L.geoJSON(land, { interactive: false, style: { className: "tw-map__land" } }).addTo(map);
  const layer = L.layerGroup().addTo(map);
  map.on("zoomend", () => draw(L, map, layer, points));
  if (points.length) map.fitBounds(L.latLngBounds(points.map((point) => [point.lat, point.lon])).pad(0.1), { maxZoom: 8 });
  else map.setView([20, 0], 2);
  draw(L, map, layer, points);
};

for (const button of document.querySelectorAll("[data-map-open]")) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await open(button.closest(".tw-map").querySelector("[data-map]"));
      button.hidden = true;
    } catch {
      button.textContent = "The map could not be fetched; the list has all places";
    }
  });
}
