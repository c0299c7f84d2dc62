/** A machine in the hall: it shows a code, asks every two seconds whether somebody typed it, and goes to the meeting then. */
import { post } from "../core/post.js";
import { t } from "../core/words.js";

const LOOK_EVERY = 2000;
const code = document.getElementById("pairing-code");
const more = document.getElementById("pairing-more");
const well = more.textContent;

begin();

async function begin() {
  const said = await post("/api/pairing", {});
  if (!said.ok) {
    more.textContent = said.code === "lost" ? t("The server cannot be reached. This screen tries again by itself.") : said.why;
    return setTimeout(begin, 1000 * (said.retry_after ?? 5));
  }
  code.textContent = said.code.replace(/(\d{3})(?=\d)/, "$1 ");
  const image = Object.assign(new Image(), { src: said.qr, alt: t("Code for the camera of whoever runs the meeting") });
  document.getElementById("pairing-qr").replaceChildren(image);
  more.textContent = well;
  return setTimeout(look, LOOK_EVERY);
}

async function look() {
  const said = await post("/api/pairing/look", {});
  if (said.go) return location.replace(said.go);
  if (said.ok && !said.waits) return begin();
  more.textContent = said.ok ? well : said.code === "lost" ? t("The server cannot be reached. This screen tries again by itself.") : said.why;
  return setTimeout(look, LOOK_EVERY);
}
