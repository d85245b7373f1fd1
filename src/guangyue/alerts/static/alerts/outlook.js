// On a narrow screen a picture begins where the days that count begin.

for (const place of document.querySelectorAll(".outlook-scroll")) {
  const anchor = place.querySelector("line.anchor") ?? place.querySelector("line.present");
  if (!anchor) continue;
  const ahead = anchor.getBoundingClientRect().left - place.getBoundingClientRect().left;
  place.scrollLeft = Math.max(ahead - place.clientWidth / 8, 0);
}
