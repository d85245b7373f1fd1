// Points from the keyboard: y confirms, x rejects, e corrects the row in focus; then the next that waits.

const table = document.querySelector(".points tbody");
const links = (row) => row.querySelector("th a");

function nextOpen(after) {
  const rows = [...table.rows];
  const start = rows.indexOf(after) + 1;
  return [...rows.slice(start), ...rows.slice(0, start)].find((row) => row.hasAttribute("data-open"));
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (localStorage.getItem("keys-off") || document.querySelector("dialog[open]")) return;
  if (!["y", "x", "e"].includes(event.key) || !table) return;
  const row = document.activeElement.closest?.("tr.point") ?? nextOpen(null);
  const act = row?.querySelector(`[data-key="${event.key}"]`);
  if (!act || act.disabled) return;
  event.preventDefault();
  if (event.key !== "e") sessionStorage.setItem("point", row.id);
  act.click();
});

// A row that was decided comes back in its new state: the next that waits is looked at.
new MutationObserver(() => {
  const decided = document.getElementById(sessionStorage.getItem("point") ?? "");
  if (!decided || decided.contains(document.activeElement)) return;
  sessionStorage.removeItem("point");
  links(nextOpen(decided) ?? decided)?.focus();
}).observe(table ?? document.body, { childList: true });

if (table && document.activeElement === document.body) links(nextOpen(null) ?? table.rows[0])?.focus({ preventScroll: true });
