// Places on a map: the districts in outline, a dot for each place, coloured by what it is.

const COLOURS = { 住宅小区: "#1c6079", 村庄: "#1b6e4d", 经营场所: "#a83a26" };
const OTHER = "#5b6770";

async function draw(place) {
  const points = JSON.parse(place.dataset.points);
  const map = L.map(place, { scrollWheelZoom: false, attributionControl: false, preferCanvas: false });
  L.control.attribution({ prefix: false }).addTo(map);
  if (place.dataset.tiles) L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
  let bounds = L.latLngBounds(points.map((point) => [point.latitude, point.longitude]));
  if (place.dataset.outlines) {
    const answer = await fetch(place.dataset.outlines);
    const layer = L.geoJSON(await answer.json(), {
      attribution: "轮廓为示意，非官方边界",
      interactive: false,
      style: { color: "#86b5c3", weight: 1.25, fillColor: "#e2eff2", fillOpacity: place.dataset.tiles ? 0.2 : 1 },
    }).addTo(map);
    if (points.length !== 1) bounds = layer.getBounds();
  }
  for (const point of points) {
    const dot = L.circleMarker([point.latitude, point.longitude], {
      radius: points.length > 1 ? 5 : 9, color: "#fff", weight: 1.5,
      fillColor: COLOURS[point.kind] ?? OTHER, fillOpacity: 0.95,
    });
    dot.bindTooltip(`${point.title}（${point.kind}）`);
    if (points.length > 1) dot.on("click", () => location.assign(point.link));
    dot.addTo(map);
  }
  if (points.length === 1) map.setView(bounds.getCenter(), 11);
  else map.fitBounds(bounds, { padding: [8, 8] });
  new ResizeObserver(() => map.invalidateSize()).observe(place);
}

document.querySelectorAll("[data-points]").forEach(draw);
