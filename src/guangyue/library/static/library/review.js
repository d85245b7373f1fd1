// 校对 without leaving the page: a line's panel opens beside it, doubts lead to their lines, c confirms.

const place = document.getElementById("line-place");
const wide = matchMedia("(min-width: 992px)");

function show(number) {
  const line = document.getElementById(`line-${number}`);
  if (!line) return false;
  document.querySelector(".lines > .here")?.classList.remove("here");
  line.classList.add("here");
  line.scrollIntoView({ block: "center" });
  return true;
}

async function openPanel(address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(address);
  place.innerHTML = await answer.text();
  place.firstElementChild.focus({ preventScroll: wide.matches });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".line-panel .close")) {
    event.preventDefault();
    place.innerHTML = '<section class="line-panel" id="line-panel"></section>';
  } else if (link.matches(".lines > li > a, [data-panel]")) {
    event.preventDefault();
    openPanel(link.href);
  } else if (link.dataset.line && show(link.dataset.line)) {
    event.preventDefault();
  }
});

// Walking through the doubts with j and k (desk/keys.js) leads along their lines.
document.addEventListener("focusin", ({ target }) => {
  if (wide.matches && target.matches(".doubts > li > a")) show(target.dataset.line);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (localStorage.getItem("keys-off") || event.target.closest("input, textarea, select")) return;
  document.activeElement.closest(".doubts > li")?.querySelector("form button")?.click();
});

if (location.hash.startsWith("#doubt-")) document.querySelector(`${location.hash} > a`)?.focus();
