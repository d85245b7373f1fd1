// The desk of cases from the keyboard: [ ] to the case before and after, numbers to what is found or may be
// done, F2 F4 F8 F9 on the list of papers.

const MARKS = { F2: "original", F4: "copy", F8: "owed", F9: "missing" };

const writing = (target) => target.closest("input:not([type=radio]), textarea, select, [contenteditable]");

function mark(row, value) {
  const box = row?.querySelector(`input[value="${value}"]`);
  if (!box) return;
  box.checked = true;
  const rows = [...document.querySelectorAll(".checklist tbody tr")];
  const next = rows[rows.indexOf(row) + 1];
  (next?.querySelector("input:checked, input") ?? box).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const value = MARKS[event.key];
  if (value) {
    const rows = document.querySelectorAll(".checklist tbody tr");
    if (!rows.length) return;
    event.preventDefault();
    mark(document.activeElement.closest(".checklist tr") ?? rows[0], value);
    return;
  }
  if (localStorage.getItem("keys-off") || writing(event.target)) return;
  const goal = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!goal) return;
  event.preventDefault();
  goal.focus();
  goal.click();
});
