// Proposals from the keyboard: j and k walk, Enter confirms, e corrects, x refuses; then the next that waits.

const list = document.getElementById("proposals");
const all = () => [...list.querySelectorAll(".proposal")];
const here = () => document.activeElement.closest?.(".proposal");

function look(proposal) {
  proposal?.focus();
  proposal?.scrollIntoView({ block: "nearest" });
}

function nextOpen(after) {
  const cards = all();
  const start = cards.indexOf(after) + 1;
  return [...cards.slice(start), ...cards.slice(0, start)].find((card) => card.hasAttribute("data-open"));
}

function walk(step) {
  const cards = all();
  const at = cards.indexOf(here());
  look(cards[at < 0 ? 0 : Math.min(Math.max(at + step, 0), cards.length - 1)]);
}

function act(key) {
  const card = here() ?? nextOpen(null);
  const button = card?.querySelector(`[data-key="${key}"]`);
  if (!button || button.disabled) return look(card);
  if (key !== "e") sessionStorage.setItem("proposal", card.id);
  button.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (localStorage.getItem("keys-off") || document.querySelector("dialog[open]")) return;
  if (event.key === "Enter" && event.target.closest("a, button")) return;
  if (["j", "k"].includes(event.key)) walk(event.key === "j" ? 1 : -1);
  else if (["Enter", "e", "x"].includes(event.key)) act(event.key);
  else return;
  event.preventDefault();
});

// A proposal that was decided comes back in its new state: the next that waits is looked at.
new MutationObserver(() => {
  const decided = document.getElementById(sessionStorage.getItem("proposal") ?? "");
  if (!decided) return;
  sessionStorage.removeItem("proposal");
  look(nextOpen(decided) ?? decided);
}).observe(list, { childList: true });

if (document.activeElement === document.body && !location.hash) nextOpen(null)?.focus({ preventScroll: true });
