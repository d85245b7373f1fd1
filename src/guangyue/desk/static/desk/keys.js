// The desk from the keyboard: / search, j k rows, n p pages, g and a letter go, ? tells. Can be switched off.

const OFF = "keys-off";
const dialog = document.getElementById("keys");
const menu = document.getElementById("menu");
let going = false;

const rows = () => [...document.querySelectorAll(".list-rows tbody tr a:first-of-type, .todos li a:first-of-type")];

function step(by) {
  const all = rows();
  const here = all.findIndex((row) => row.closest("tr, li").contains(document.activeElement));
  all[Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
}

function leave() {
  going = false;
  menu.classList.remove("letters");
}

const keys = {
  "/": () => (document.querySelector(".list-search input") ?? document.getElementById("find")).focus(),
  "?": () => (dialog.open ? dialog.close() : dialog.showModal()),
  j: () => step(1),
  k: () => step(-1),
  n: () => document.querySelector(".pager [rel=next]")?.click(),
  p: () => document.querySelector(".pager [rel=prev]")?.click(),
  g: () => {
    going = true;
    menu.classList.add("letters");
    setTimeout(leave, 1500);
  },
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (localStorage.getItem(OFF) && event.key !== "?") return;
  if (dialog.open && event.key !== "?") return;
  const goal = going && menu.querySelector(`[data-letter="${CSS.escape(event.key)}"]`);
  leave();
  const act = goal ? () => goal.click() : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const off = dialog.querySelector("[value=switch]");
const label = () => (off.textContent = localStorage.getItem(OFF) ? "启用快捷键" : "停用快捷键");
off.addEventListener("click", () => {
  if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  label();
});
label();

menu.querySelector(".fold").addEventListener("click", () => {
  const narrow = document.body.classList.toggle("narrow-menu");
  document.cookie = `menu=${narrow ? "narrow" : ""}; path=/; max-age=31536000; samesite=lax`;
});
