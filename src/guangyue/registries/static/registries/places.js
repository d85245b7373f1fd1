// Places on a map: the districts in outline, a dot for each place, coloured by what it is.

const COLOURS = { 住宅小区: "#1c6079", 村庄: "#1b6e4d", 经营场所: "#a83a26" };
const OTHER = "#5b6770";
const NEAR = 11;

function dotOf(point, alone) {
  const dot = L.circleMarker([point.latitude, point.longitude], {
    radius: alone ? 9 : 5, color: "#fff", weight: 1.5, fillColor: COLOURS[point.kind] ?? OTHER, fillOpacity: 0.95,
  });
  dot.bindTooltip(`${point.title}（${point.kind}）`);
  if (!alone) dot.on("click", () => location.assign(point.link));
  return dot;
}

async function drawPlaces(place) {
  const points = JSON.parse(place.dataset.points);
  const alone = points.length === 1;
  const { map, outlines } = await cityMap(place, asGround(place));
  const where = points.map((point) => [point.latitude, point.longitude]);
  if (alone) map.setView(where[0], NEAR);
  else if (!outlines) map.fitBounds(L.latLngBounds(where), FULL_EXTENT);
  points.forEach((point) => dotOf(point, alone).addTo(map));
}

document.querySelectorAll("[data-points]").forEach(drawPlaces);
