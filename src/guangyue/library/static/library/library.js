// The outline is open where there is room for it; a citation goes to the clipboard.

const wide = matchMedia("(min-width: 992px)");
const openOutlines = () => {
  for (const outline of document.querySelectorAll("[data-open-when-wide]")) outline.open = wide.matches;
};
openOutlines();
wide.addEventListener("change", openOutlines);

document.addEventListener("click", async (event) => {
  if (!wide.matches && event.target.closest(".outline a")) event.target.closest("details").open = false;
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1500);
});
