// Draws the charts and maps of a page from the data that stands in it.

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const PALETTE = ["#1c6079", "#e0a93f", "#4f8f78", "#a83a26", "#7fa8b8", "#8a6d9c", "#b8b08d"];
const QUIET = matchMedia("(prefers-reduced-motion: reduce)").matches;
const number = new Intl.NumberFormat("zh-CN");

// Charts

const category = (labels, extra = {}) => ({
  type: "category", data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: "#b9c3c7" } },
  axisLabel: { color: "#46525a", hideOverlap: true }, ...extra,
});
const values = (extra = {}) => ({
  type: "value", splitNumber: 4, axisLabel: { color: "#5b6770", hideOverlap: true, formatter: (value) => short(value) },
  splitLine: { lineStyle: { color: "#e7eae7" } }, ...extra,
});
const short = (value) => (Math.abs(value) >= 10000 ? `${number.format(Math.round(value / 1000) / 10)}万` : number.format(value));

const KINDS = {
  bars: ({ labels, series }) => ({
    xAxis: category(labels), yAxis: values(),
    series: series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } })),
  }),
  "lying-bars": ({ labels, series }) => ({
    xAxis: values(), yAxis: category(labels, { inverse: true }),
    series: series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 22, itemStyle: { borderRadius: [0, 3, 3, 0] }, label: { show: true, position: "right", color: "#46525a", formatter: ({ value }) => short(value) } })),
  }),
  stack: ({ labels, series }) => ({
    xAxis: category(labels), yAxis: values(),
    series: series.map((one) => ({ type: "bar", stack: "all", name: one.name, data: one.values, barMaxWidth: 36 })),
  }),
  pyramid: ({ labels, series: [left, right] }) => ({
    xAxis: values({ axisLabel: { color: "#5b6770", hideOverlap: true, formatter: (value) => short(Math.abs(value)) } }),
    yAxis: category(labels),
    series: [
      { type: "bar", stack: "all", name: left.name, data: left.values.map((value) => -value), itemStyle: { borderRadius: [3, 0, 0, 3] } },
      { type: "bar", stack: "all", name: right.name, data: right.values, itemStyle: { borderRadius: [0, 3, 3, 0] } },
    ],
  }),
  ring: ({ labels, series: [one] }, narrow) => ({
    legend: narrow ? { bottom: 0, itemWidth: 14, itemHeight: 10 } : { show: false },
    series: [{
      type: "pie", radius: ["48%", "72%"], center: ["50%", narrow ? "44%" : "50%"], name: one.name,
      data: labels.map((name, place) => ({ name, value: one.values[place] })),
      labelLine: { show: !narrow },
      label: { show: !narrow, formatter: ({ name, percent }) => `${name}\n${Math.round(percent)}%`, color: "#46525a", lineHeight: 18 }, itemStyle: { borderColor: "#fff", borderWidth: 2 },
    }],
  }),
  line: ({ labels, series }) => ({
    xAxis: category(labels, { boundaryGap: false }), yAxis: values(),
    series: series.map((one) => ({ type: "line", name: one.name, data: one.values, symbolSize: 7, lineStyle: { width: 2.5 } })),
  }),
};

for (const place of document.querySelectorAll("[data-chart]")) {
  const data = JSON.parse(place.dataset.chart);
  const chart = echarts.init(place, null, { renderer: "svg" });
  const many = data.series.length > 1;
  chart.setOption({
    color: PALETTE,
    animation: !QUIET,
    textStyle: { fontFamily: colour("--tblr-font-sans-serif"), fontSize: 13 },
    legend: many ? { top: 0, itemWidth: 14, itemHeight: 10 } : { show: false },
    grid: { top: many ? 36 : 12, right: 24, bottom: 4, left: 4, containLabel: true },
    tooltip: {
      trigger: data.kind === "ring" ? "item" : "axis", confine: true,
      valueFormatter: (value) => `${number.format(Math.abs(value))} ${data.unit}`,
    },
    ...KINDS[data.kind](data, place.clientWidth < 440),
  });
  new ResizeObserver(() => chart.resize()).observe(place);
}

// Maps

const STEPS = ["#e3eff1", "#cbe2e7", "#acd0d9", "#8bbcc9", "#6aa6b7", "#4c90a4"];

function shadeOf(value, most) {
  if (!most) return STEPS[1];
  return STEPS[Math.min(STEPS.length - 1, Math.floor((value / most) * STEPS.length))];
}

async function draw(place) {
  const { unit, shades } = JSON.parse(place.dataset.map);
  const answer = await fetch(place.dataset.outlines);
  const outlines = await answer.json();
  const most = Math.max(0, ...Object.values(shades).map((shade) => shade.value ?? 0));
  const map = L.map(place, { zoomSnap: 0.25, scrollWheelZoom: false, attributionControl: false });
  L.control.attribution({ prefix: false }).addTo(map);
  if (place.dataset.tiles) L.tileLayer(place.dataset.tiles, { maxZoom: 18 }).addTo(map);
  const layer = L.geoJSON(outlines, {
    attribution: "轮廓为示意，非官方边界",
    style: ({ properties }) => ({
      color: "#fff", weight: 1.5, fillOpacity: place.dataset.tiles ? 0.6 : 1,
      fillColor: shadeOf(shades[properties.code]?.value ?? 0, most),
    }),
    onEachFeature: ({ properties }, shape) => {
      const shade = shades[properties.code];
      const name = shade?.name ?? properties.name;
      const words = shade?.value == null ? name : `${name}：${number.format(shade.value)} ${unit}`;
      shape.on("add", () => {
        const path = shape.getElement();
        path.setAttribute("tabindex", "0");
        path.setAttribute("role", shade?.link ? "link" : "img");
        path.setAttribute("aria-label", words);
        if (shade?.link) path.addEventListener("keydown", (event) => event.key === "Enter" && location.assign(shade.link));
      });
      shape.bindTooltip(words, { sticky: true });
      shape.on("mouseover", () => shape.setStyle({ weight: 3, color: "#e6b866" }).bringToFront());
      shape.on("mouseout", () => layer.resetStyle(shape));
      if (shade?.link) shape.on("click", () => location.assign(shade.link));
      L.tooltip({ permanent: true, direction: "center", className: "district", interactive: false })
        .setLatLng([properties.label[1], properties.label[0]])
        .setContent(properties.name)
        .addTo(map);
    },
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { padding: [8, 8] });
  map.setMaxBounds(layer.getBounds().pad(0.4));
  new ResizeObserver(() => map.invalidateSize()).observe(place);
}

document.querySelectorAll("[data-map]").forEach(draw);
