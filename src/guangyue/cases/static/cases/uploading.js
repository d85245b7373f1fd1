// Uploads as soon as files are chosen, and shows how far; without it one presses 上传.

const prepare = (form) => {
  form.querySelector(".send").hidden = true;
  form.addEventListener("change", () => send(form));
};

const send = (form) => {
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = total ? (100 * loaded) / total : 0;
  });
  request.addEventListener("load", () => show(request, form));
  request.addEventListener("error", () => {
    bar.hidden = true;
    for (const input of form.querySelectorAll("input[type=file]")) [input.disabled, input.value] = [false, ""];
  });
  bar.hidden = false;
  request.send(new FormData(form));
  for (const input of form.querySelectorAll("input[type=file]")) input.disabled = true;
};

// The answer is the whole page as it is now; of it only the card of this paper is taken.
const show = (request, form) => {
  const card = form.closest(".paper");
  const answer = new DOMParser().parseFromString(request.responseText, "text/html").getElementById(card.id);
  if (!answer) return location.reload();
  card.replaceChildren(...answer.childNodes);
  card.querySelectorAll("form[data-upload]").forEach(prepare);
  return card.querySelector("label.picker input")?.focus();
};

document.querySelectorAll("form[data-upload]").forEach(prepare);
