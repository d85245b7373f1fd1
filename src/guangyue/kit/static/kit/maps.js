// Maps of the city: the districts in outline, over tiles where an address for them is set; shaded by a number, or
// with plots drawn on them.

const STEPS = ["#e3eff1", "#cbe2e7", "#acd0d9", "#8bbcc9", "#6aa6b7", "#4c90a4"];
const UNOFFICIAL = "轮廓为示意，非官方边界";
const FULL_EXTENT = { padding: [8, 8] };
const NEAREST = 15;
const PLOT = { color: "#a83a26", weight: 2, fillColor: "#e6b866", fillOpacity: 0.5 };
const DOT = { radius: 8, color: "#fff", weight: 1.5, fillColor: "#a83a26", fillOpacity: 0.95 };

// An empty map with what belongs to every one of them. `style` is that of the outlines.
async function cityMap(place, outlineOptions) {
  const { outlines: address, tiles } = place.dataset;
  const map = L.map(place, { zoomSnap: 0.25, scrollWheelZoom: false, attributionControl: false });
  L.control.attribution({ prefix: false }).addTo(map);
  if (tiles) {
    const source = new URL(tiles.replace("{s}", "0")).host;
    L.tileLayer(tiles, { maxZoom: 18, subdomains: "01234567", attribution: `底图：${source}` }).addTo(map);
  }
  const answer = address && (await fetch(address));
  const outlines = answer && L.geoJSON(await answer.json(), { attribution: UNOFFICIAL, ...outlineOptions }).addTo(map);
  if (outlines) map.fitBounds(outlines.getBounds(), FULL_EXTENT);
  new ResizeObserver(() => map.invalidateSize()).observe(place);
  return { map, outlines };
}

// Outlines as the ground on which something else is drawn.
function asGround(place) {
  const fillOpacity = place.dataset.tiles ? 0.2 : 1;
  return { interactive: false, style: { color: "#86b5c3", weight: 1.25, fillColor: "#e2eff2", fillOpacity } };
}

function shadeOf(value, most) {
  if (!most) return STEPS[1];
  return STEPS[Math.min(STEPS.length - 1, Math.floor((value / most) * STEPS.length))];
}

function speakFor(shape, words, link) {
  shape.bindTooltip(words, { sticky: true });
  shape.on("add", () => {
    const path = shape.getElement();
    path.setAttribute("tabindex", "0");
    path.setAttribute("role", link ? "link" : "img");
    path.setAttribute("aria-label", words);
    if (link) path.addEventListener("keydown", (event) => event.key === "Enter" && location.assign(link));
  });
  if (link) shape.on("click", () => location.assign(link));
}

async function drawShades(place) {
  const { unit, shades } = JSON.parse(place.dataset.map);
  const most = Math.max(0, ...Object.values(shades).map((shade) => shade.value));
  const number = new Intl.NumberFormat("zh-CN");
  const { map, outlines } = await cityMap(place, {
    style: ({ properties }) => ({
      color: "#fff", weight: 1.5, fillOpacity: place.dataset.tiles ? 0.6 : 1,
      fillColor: shadeOf(shades[properties.code]?.value ?? 0, most),
    }),
    onEachFeature: ({ properties }, shape) => {
      const shade = shades[properties.code] ?? { name: properties.name, value: 0, link: "" };
      speakFor(shape, `${shade.name}：${number.format(shade.value)} ${unit}`, shade.link);
    },
  });
  map.setMaxBounds(outlines.getBounds().pad(0.4));
  outlines.eachLayer((shape) => {
    const { name, label } = shape.feature.properties;
    shape.on("mouseover", () => shape.setStyle({ weight: 3, color: "#e6b866" }).bringToFront());
    shape.on("mouseout", () => outlines.resetStyle(shape));
    L.tooltip({ permanent: true, direction: "center", className: "district" })
      .setLatLng([label[1], label[0]])
      .setContent(name)
      .addTo(map);
  });
}

async function drawAreas(place) {
  const { coordinates } = JSON.parse(place.dataset.areas);
  const { map } = await cityMap(place, asGround(place));
  const plots = L.featureGroup().addTo(map);
  coordinates.forEach((polygon, number) => {
    L.geoJSON({ type: "Polygon", coordinates: polygon }, {
      style: PLOT, onEachFeature: (feature, shape) => speakFor(shape, `第 ${number + 1} 块`),
    }).addTo(plots);
  });
  L.control.scale({ imperial: false }).addTo(map);
  map.fitBounds(plots.getBounds().pad(0.25), { maxZoom: NEAREST });
}

// A dot for each site, and its plots for whoever comes near.
async function drawSites(place) {
  const { map, outlines } = await cityMap(place, asGround(place));
  const dots = L.featureGroup();
  const renderer = L.canvas();
  JSON.parse(place.dataset.sites).forEach(({ words, link, polygons }) => {
    const shape = { type: "MultiPolygon", coordinates: polygons };
    const plots = L.geoJSON(shape, { style: PLOT, renderer, interactive: false }).addTo(map);
    const dot = L.circleMarker(plots.getBounds().getCenter(), DOT);
    speakFor(dot, words, link);
    dot.addTo(dots);
  });
  dots.addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (!outlines) map.fitBounds(dots.getBounds().pad(0.25));
}

// A layer of its own over the outlines: canvases lie below drawings otherwise.
function above(map, name, height) {
  map.createPane(name).style.zIndex = height;
  return name;
}

// Places in the colours of what they are. Many are dots without a label; those with one stand above them.
async function drawPoints(place) {
  const { map, outlines } = await cityMap(place, asGround(place));
  const dots = L.featureGroup().addTo(map);
  const renderer = L.canvas({ padding: 0.5, pane: above(map, "dots", 410) });
  const marks = L.svg({ padding: 0.5, pane: above(map, "marks", 420) });
  JSON.parse(place.dataset.dots).forEach(({ words, link, place: at, colour, label }) => {
    const look = { ...DOT, fillColor: colour };
    if (!label) {
      const dot = L.circleMarker(at, { ...look, radius: 5, weight: 1, renderer }).bindTooltip(words, { sticky: true });
      if (link) dot.on("click", () => location.assign(link));
      dot.addTo(dots);
      return;
    }
    const dot = L.circleMarker(at, { ...look, radius: 11, renderer: marks });
    speakFor(dot, words, link);
    dot.addTo(dots);
    L.tooltip({ permanent: true, direction: "right", offset: [10, 0], className: "district" })
      .setLatLng(at).setContent(label).addTo(map);
  });
  L.control.scale({ imperial: false }).addTo(map);
  if (!outlines && dots.getLayers().length) map.fitBounds(dots.getBounds().pad(0.25));
}

document.querySelectorAll("[data-dots]").forEach(drawPoints);
document.querySelectorAll("[data-sites]").forEach(drawSites);
document.querySelectorAll("[data-areas]").forEach(drawAreas);
document.querySelectorAll("[data-map]").forEach(drawShades);
