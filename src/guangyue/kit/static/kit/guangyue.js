// What every page needs of a script; without it all still works by plain links and forms.

// An empty field says nothing: it does not lengthen the address of a list.
document.addEventListener("formdata", (event) => {
  if (!event.target.matches("form.list-form")) return;
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});

document.addEventListener("click", (event) => {
  event.target.closest("[data-bs-dismiss=alert]")?.closest(".alert").remove();
  for (const drop of document.querySelectorAll("details.drop[open]")) {
    if (!drop.contains(event.target)) drop.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const drop of document.querySelectorAll("details.drop[open]")) {
    drop.open = false;
    drop.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// Filters that somebody has opened stay open until closed again, also when the list is replaced.
const keepFilters = () => {
  for (const filters of document.querySelectorAll("details.list-filters-toggle")) {
    filters.open = sessionStorage.getItem(filters.id) === "open";
  }
};
keepFilters();
document.addEventListener("htmx:after:swap", keepFilters);
document.addEventListener("toggle", ({ target }) => {
  if (target.matches(".list-filters-toggle")) sessionStorage.setItem(target.id, target.open ? "open" : "");
}, true);

// A question before what cannot be undone comes as a dialogue; without a script it is a page (kit/confirmation.py).
document.addEventListener("htmx:after:swap", () => {
  const dialog = document.querySelector("dialog.question:not([open])");
  if (!dialog) return;
  dialog.addEventListener("close", () => dialog.remove());
  dialog.querySelector("a.btn").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
  });
  dialog.showModal();
});
