/** What stands around every live screen: the state of the line and of what was typed, signing out, and short notices with Undo. */
import { http, line, outbox } from "../core/boot.js";
import { say } from "../core/announce.js";
import { uuid } from "../core/uuid.js";
import { here, t, tn } from "../core/words.js";
import "./menus.js";

const NOTICE_STAYS = 9000;

/** Begin to show the state of the line; call once per page. */
export function showLine() {
  line.watch(show);
  outbox.watch(show);
  show();
  document.getElementById("sign-out")?.addEventListener("click", signOut);
  // Nothing is lost by leaving, since the outbox is on disk; only without a disk must the browser hold the person back.
  addEventListener("beforeunload", (event) => { if (outbox.kind === "memory" && outbox.waiting.length) event.preventDefault(); });
}

/** A short notice; `act` is `{words, run}`, usually Undo. It is also said aloud. */
export function notice(said, act) {
  const words = here(said);
  const toast = element("div", "toast", element("span", "", words));
  if (act) toast.append(button(act.words, "button button--quiet", () => { toast.remove(); act.run(); }));
  placeOfToasts()?.replaceChildren(toast);
  say(words);
  setTimeout(() => { if (!toast.contains(document.activeElement)) toast.remove(); }, NOTICE_STAYS);
}

// An open dialog covers the page and lets nothing else be pressed: what is said meanwhile, with its Undo, has to be within it.
function placeOfToasts() {
  const toasts = document.getElementById("toasts");
  const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
  const home = () => document.body.append(toasts);
  if (!dialog) { if (toasts && toasts.parentElement !== document.body) home(); return toasts; }
  if (toasts.parentElement !== dialog) {
    dialog.append(toasts);
    dialog.addEventListener("close", home, { once: true });
  }
  return toasts;
}

/** `{state, words}`: what the masthead says about the line and about what was typed. */
export function lineState() {
  const waiting = outbox.waiting.length;
  const refused = outbox.refused.length;
  if (line.status === "signed out") return { state: "stopped", words: t("Signed out") };
  if (line.status === "offline") return { state: "offline", words: waiting ? t("Offline: {n} waiting", { n: waiting }) : t("Offline") };
  if (waiting) return { state: "saving", words: t("Saving") };
  if (refused) return { state: "late", words: tn("{n} not accepted", "{n} not accepted", refused) };
  if (line.status === "connecting") return { state: "late", words: t("Connecting") };
  return { state: "live", words: outbox.used ? t("All saved") : t("Connected") };
}

function show() {
  const mark = document.getElementById("line");
  const { state, words } = lineState();
  if (mark && mark.textContent !== words) mark.replaceChildren(element("span", "line__words", words));
  if (mark) mark.dataset.state = state;
  banner(trouble());
}

function trouble() {
  if (line.status === "signed out") {
    return { title: line.why || t("Your session has ended."), words: t("It is sent once you have come in again as the same person."), act: true };
  }
  if (outbox.kind === "memory") {
    return { title: t("This browser keeps nothing."), words: t("What is not sent yet would be lost on reload. Stay on this page until it says “All saved”.") };
  }
  return null;
}

function banner(said) {
  const standing = document.getElementById("line-banner");
  if (standing?.dataset.title === said?.title) return;
  standing?.remove();
  if (!said) return;
  const words = element("p", "banner__words", element("strong", "", said.title), ` ${said.words}`);
  const made = element("div", "banner banner--care", words);
  Object.assign(made, { id: "line-banner" });
  made.dataset.title = said.title;
  if (said.act) made.append(element("p", "banner__acts", comeIn(), button(t("Try again"), "button button--quiet", () => line.check())));
  document.getElementById("screen").before(made);
  say(`${said.title} ${said.words}`);
}

function comeIn() {
  const link = element("a", "button button--primary", t("Come in again"));
  link.href = `/come-in?to=${encodeURIComponent(location.pathname)}`;
  return link;
}

async function signOut() {
  const waiting = outbox.waiting.length;
  if (waiting) return notice(tn("{n} point is not sent yet. Sign out all the same?", "{n} points are not sent yet. Sign out all the same?", waiting), { words: t("Sign out"), run: leave });
  await leave();
}

async function leave() {
  try {
    await http.command({ name: "session.end", id: uuid(), data: {} });
    location.assign("/");
  } catch {
    notice(t("You are not signed out: the server cannot be reached."), { words: t("Try again"), run: leave });
  }
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function button(words, className, run) {
  const made = element("button", className, words);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}
