// Places on a map: the districts in outline, a dot for each place, coloured by what it is.

const COLOURS = { 住宅小区: "#1c6079", 村庄: "#1b6e4d", 经营场所: "#a83a26" };
const OTHER = "#5b6770";
const NEAR = 11;

async function outlinesOf(place) {
  if (!place.dataset.outlines) return null;
  const answer = await fetch(place.dataset.outlines);
  return L.geoJSON(await answer.json(), {
    attribution: "轮廓为示意，非官方边界",
    interactive: false,
    style: { color: "#86b5c3", weight: 1.25, fillColor: "#e2eff2", fillOpacity: place.dataset.tiles ? 0.2 : 1 },
  });
}

function dotOf(point, alone) {
  const dot = L.circleMarker([point.latitude, point.longitude], {
    radius: alone ? 9 : 5, color: "#fff", weight: 1.5, fillColor: COLOURS[point.kind] ?? OTHER, fillOpacity: 0.95,
  });
  dot.bindTooltip(`${point.title}（${point.kind}）`);
  if (!alone) dot.on("click", () => location.assign(point.link));
  return dot;
}

async function draw(place) {
  const points = JSON.parse(place.dataset.points);
  const alone = points.length === 1;
  const outlines = await outlinesOf(place);
  const where = points.map((point) => [point.latitude, point.longitude]);
  const map = L.map(place, { scrollWheelZoom: false, attributionControl: false, zoomSnap: 0.25 });
  L.control.attribution({ prefix: false }).addTo(map);
  if (alone) map.setView(where[0], NEAR);
  else map.fitBounds(outlines ? outlines.getBounds() : L.latLngBounds(where), { padding: [8, 8] });
  if (place.dataset.tiles) L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
  outlines?.addTo(map);
  points.forEach((point) => dotOf(point, alone).addTo(map));
  new ResizeObserver(() => map.invalidateSize()).observe(place);
}

document.querySelectorAll("[data-points]").forEach(draw);
