// 校对 without leaving the page: a line's panel opens beside it, doubts lead to their lines, c confirms.

const place = document.getElementById("line-place");
const home = place.parentElement;
const below = Object.assign(document.createElement("li"), { className: "for-panel" });
const wide = matchMedia("(min-width: 992px)");

function show(number) {
  const line = document.getElementById(`line-${number}`);
  if (!line) return false;
  document.querySelector(".lines > .here")?.classList.remove("here");
  line.classList.add("here");
  line.scrollIntoView({ block: "center" });
  return true;
}

// Beside the lines where there is room, else right below the line it is about.
function seat(link) {
  const line = document.querySelector(`#line-${link.pathname.match(/lines\/(\d+)/)[1]}`);
  if (wide.matches || !line) return home.prepend(place);
  below.append(place);
  line.after(below);
}

async function openPanel(link) {
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(link.href);
  place.innerHTML = await answer.text();
  seat(link);
  place.firstElementChild.focus({ preventScroll: wide.matches });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".line-panel .close")) {
    event.preventDefault();
    place.innerHTML = '<section class="line-panel" id="line-panel"></section>';
    below.remove();
    home.prepend(place);
  } else if (link.matches(".lines > li > a, [data-panel]")) {
    event.preventDefault();
    openPanel(link);
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
