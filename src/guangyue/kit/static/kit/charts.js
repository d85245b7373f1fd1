// Draws the charts of a page from the data that stands in it.

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const PALETTE = ["#1c6079", "#e0a93f", "#4f8f78", "#a83a26", "#7fa8b8", "#8a6d9c", "#b8b08d"];
const QUIET = matchMedia("(prefers-reduced-motion: reduce)").matches;
const number = new Intl.NumberFormat("zh-CN");

const category = (labels, extra = {}) => ({
  type: "category", data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: "#b9c3c7" } },
  axisLabel: { color: "#46525a", hideOverlap: true }, ...extra,
});
const values = (extra = {}) => ({
  type: "value", splitNumber: 4, axisLabel: { color: "#5b6770", hideOverlap: true, formatter: (value) => short(value) },
  splitLine: { lineStyle: { color: "#e7eae7" } }, ...extra,
});
const short = (value) => (Math.abs(value) >= 10000 ? `${number.format(Math.round(value / 1000) / 10)}万` : number.format(value));

const lines = (extra, boundaryGap = false) => ({ labels, series }) => ({
  xAxis: category(labels, { boundaryGap }), yAxis: values(),
  series: series.map((one) => ({ type: "line", name: one.name, data: one.values, symbolSize: 7, lineStyle: { width: 2.5 }, ...extra })),
});

const KINDS = {
  bars: ({ labels, series }) => ({
    xAxis: category(labels), yAxis: values(),
    series: series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } })),
  }),
  "lying-bars": ({ labels, series }, narrow) => ({
    xAxis: values(), yAxis: category(labels, { inverse: true, axisLabel: { color: "#46525a", hideOverlap: true, ...(narrow && { width: 110, overflow: "break", fontSize: 11 }) } }),
    series: series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 22, itemStyle: { borderRadius: [0, 3, 3, 0] }, label: { show: true, position: "right", color: "#46525a", formatter: ({ value }) => (value || series.length === 1 ? short(value) : "") }, labelLayout: { hideOverlap: true } })),
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
  line: lines({}),
  steps: lines({ step: "end" }, true),
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
