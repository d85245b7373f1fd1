// 现场检查: what is filled in stays on this phone, field by field, until the city says that it has it.

const form = document.querySelector("form[data-visiting]");
const number = form.dataset.visiting;
const told = document.getElementById("visiting-said");
const home = form.action.replace(/field\/$/, ""); // the page of the visit: only whoever arrives there was heard
const PAGES = "guangyue visits"; // the service worker looks here for a page when there is no network

const store = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("guangyue-visits", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("visits");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const within = async (mode, act) => {
  const database = await store();
  return new Promise((resolve, reject) => {
    const asked = act(database.transaction("visits", mode).objectStore("visits"));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
};

const say = (words, look = "info") => {
  told.hidden = false;
  told.className = `alert alert-${look}`;
  told.textContent = words;
};

const kept = { fields: [], photos: [], signatures: {}, ready: false };

const keep = () => {
  kept.fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  return within("readwrite", (visits) => visits.put(kept, number));
};

const forget = async () => {
  await within("readwrite", (visits) => visits.delete(number));
  await (await caches.open(PAGES)).delete(location.pathname);
};

const fill = () => {
  if (!kept.fields.length) return;
  for (const input of form.elements) {
    const values = kept.fields.filter(([name]) => name === input.name).map(([, value]) => value);
    if (!input.name || input.type === "hidden" || input.type === "file") continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = values.includes(input.value);
    else if (values.length) [input.value] = values;
  }
};

const showPhotos = () => {
  const line = document.getElementById("visiting-kept");
  line.hidden = !kept.photos.length;
  line.textContent = `已经存下 ${kept.photos.length} 张照片`;
};

const prepareSignature = (canvas) => {
  const name = canvas.dataset.signature;
  const pen = canvas.getContext("2d");
  const wipe = form.querySelector(`[data-wipe="${name}"]`);
  const place = ({ clientX, clientY }) => {
    const box = canvas.getBoundingClientRect();
    return [((clientX - box.left) * canvas.width) / box.width, ((clientY - box.top) * canvas.height) / box.height];
  };
  const clear = () => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  };
  let drawing = false;
  form.querySelector(`input[type=file][name="${name}"]`).hidden = true;
  canvas.hidden = wipe.hidden = false;
  pen.lineWidth = 4;
  pen.lineCap = "round";
  clear();
  if (kept.signatures[name]) createImageBitmap(kept.signatures[name]).then((picture) => pen.drawImage(picture, 0, 0));
  canvas.addEventListener("pointerdown", (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  canvas.addEventListener("pointerup", () => {
    drawing = false;
    canvas.toBlob((picture) => {
      kept.signatures[name] = picture;
      keep();
    }, "image/png");
  });
  wipe.addEventListener("click", () => {
    clear();
    delete kept.signatures[name];
    keep();
  });
};

const send = async () => {
  if (!navigator.onLine) return say("没有网络，已经存在这部手机上，联网以后自动送出。", "warning");
  const content = new FormData();
  content.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  kept.fields.forEach(([name, value]) => content.append(name, value));
  kept.photos.forEach((photo, place) => content.append("photos", photo, `现场照片${place + 1}`));
  Object.entries(kept.signatures).forEach(([name, picture]) => content.append(name, picture, `${name}.png`));
  say("正在送出……");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: content, headers: { Accept: "text/html" } });
  } catch {
    return say("没有送到，已经存在这部手机上，联网以后再送。", "warning");
  }
  if (answer.ok && answer.url === home) {
    await forget();
    return location.assign(home);
  }
  kept.ready = false;
  await keep();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const wrong = [...page.querySelectorAll(".field-error, .refusal, main h1 + p")].map((one) => one.textContent.trim());
  return say(wrong.join(" ") || "没有收下，请重新登录以后再送。", "danger");
};

const begin = async () => {
  Object.assign(kept, (await within("readonly", (visits) => visits.get(number))) ?? {});
  fill();
  showPhotos();
  form.querySelectorAll("[data-signature]").forEach(prepareSignature);
  const remove = document.getElementById("visiting-forget");
  remove.hidden = false;
  remove.addEventListener("click", () => forget().then(() => location.assign(home)));
  form.addEventListener("input", keep);
  form.elements.photos.addEventListener("change", async ({ target }) => {
    kept.photos.push(...target.files);
    target.value = "";
    showPhotos();
    await keep();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    kept.ready = true;
    await keep();
    await send();
  });
  addEventListener("online", () => kept.ready && send());
  if (kept.ready) await send();
  if (navigator.onLine) await (await caches.open(PAGES)).add(location.pathname);
  await navigator.serviceWorker?.register("/service-worker.js");
};

begin();
