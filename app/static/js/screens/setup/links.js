/** Step 6: personal links, invitations, calendar files, and the sheet to print. A link's secret is on this page only, until it is left. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot, clock, refresh, store } from "../../core/boot.js";
import { locale, t, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { copy } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { slots } from "./people.js";
import { act, mayEdit, view } from "./state.js";

export function linksStep() {
  if (!mayEdit()) return html`<p class="empty">${t("Links are made by the secretariat.")}</p>`;
  const people = inCharge();
  return html`${outOfReach()}${join()}<section class="part"><div class="part__title"><h3>${t("Personal links")}</h3></div>
      <p class="quiet">${t("A link opens once, in one browser, and lets its owner in with their task. It is shown here until you leave this page, and nowhere again. A new link ends an older one that was not opened yet.")}</p>
      ${people.length ? html`<div class="row"><button type="button" class="button button--primary" aria-busy=${view.busy ? "true" : nothing} @click=${() => !view.busy && sheet(people)}>${icon("printer")}${view.busy || t("Links for all, and the sheet to print (PDF)")}</button>
          <button type="button" class="button" @click=${() => makeAll(people)}>${icon("log-in")}${t("Links for all")}</button></div>
        <ul class="plan__links">${repeat(people, ({ person }) => person.id, oneLink)}</ul>` : html`<p class="empty">${t("Nobody is in charge yet.")}<a class="button" href="#people">${t("Go to people in charge")}</a></p>`}</section>`;
}

/** Everybody with a task: `{person, tasks}`, each once. */
export function inCharge() {
  const found = new Map();
  for (const slot of slots()) for (const person of slot.people) {
    if (!found.has(person.id)) found.set(person.id, { person, tasks: [] });
    found.get(person.id).tasks.push(slot.where ? `${slot.words}, ${slot.where}` : slot.words);
  }
  return [...found.values()].filter(({ person }) => person.id !== boot.me?.id);
}

function join() {
  const code = (store.get("meeting", boot.meeting_id)?.join_code ?? "").replace(/(\d{3})(?=\d)/g, "$1 ");
  return html`<section class="part"><div class="part__title"><h3>${t("For everybody else")}</h3></div><div class="plan__join"><img class="plan__qr" src=${boot.qr} alt=${t("QR code that opens the meeting’s page to join")} width="160" height="160">
    <div class="stack stack--near"><p>${t("Participants join with this code, or with the QR code. Neither is secret within the meeting.")}</p><p class="plan__code"><bdi dir="ltr">${code}</bdi></p><p class="small"><bdi dir="ltr">${boot.join_url}</bdi></p>
      <div class="row"><a class="button" href=${`/m/${boot.meeting_id}/setup/poster.pdf`} download>${icon("printer")}${t("Poster (PDF)")}</a><button type="button" class="button" @click=${() => take(boot.join_url)}>${icon("copy")}${t("Copy the address")}</button></div></div></div></section>`;
}

/** "done" when everybody in charge has a link or is in, "trouble" where some have not, "later" before the first. */
export function linksState() {
  const people = inCharge();
  const reached = people.filter(({ person }) => { const { made, left, revoked, came } = boot.links_made[person.id] ?? {}; return (made || came) && !revoked && !(left && !(made > left)); });
  if (!reached.length) return "later";
  return reached.length === people.length ? "done" : "trouble";
}

// What is made for others under an address that only this computer has, is made for nobody.
function outOfReach() {
  const { trouble, address } = boot.reach;
  if (!trouble) return nothing;
  const words = trouble === "here" ? t("The server’s address is {address}, which opens on this computer alone: links, QR codes, the poster and the sheet lead nobody else here.", { address }) : t("The server’s address is {address}, without https: what people send and receive can be read on its way, links with it.", { address });
  return html`<div class="banner banner--care" id="out-of-reach">${icon("triangle-alert")}<p class="banner__words"><strong class="banner__title">${trouble === "here" ? t("Do not hand these out yet") : t("The connection is not secret")}</strong><br>${words} ${t("Whoever runs the server sets RAPPORT_PUBLIC_URL to the address that people open, such as https://meeting.example, and starts it again. Then make the links anew.")}</p></div>`;
}

function standing({ id }) {
  const { made, came, left, revoked } = boot.links_made[id] ?? {};
  const isOut = left && !(made > left);
  const at = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
  const [words, look] = revoked ? [t("revoked {when}", { when: at(revoked) }), "badge--bad"] : isOut ? [t("signed out {when}", { when: at(left) }), "badge--care"] : came && !left ? [t("came in {when}", { when: at(came) }), "badge--good"] : made ? [t("link made {when}", { when: at(made) }), ""] : [t("no link yet"), ""];
  return html`<br><span class="badge ${look}">${words}</span>${made && came && !left && !revoked ? html` <span class="small quiet">${t("link made {when}", { when: at(made) })}</span>` : nothing}`;
}

function oneLink({ person, tasks }) {
  const address = view.links.get(person.id);
  return html`<li class="plan__link"><div><strong><bdi>${person.person_name}</bdi></strong>${person.delegation ? html` <span class="quiet"><bdi>${delegationName(person.delegation)}</bdi></span>` : nothing}<br><span class="small quiet">${tasks.map((task, at) => html`${at ? " · " : nothing}<bdi>${task}</bdi>`)}</span>${standing(person)}</div>
    ${address ? html`<code class="link__address" dir="ltr" tabindex="0">${address}</code>` : nothing}
    <div class="row">${address ? html`<button type="button" class="button" @click=${() => take(address)}>${icon("copy")}${t("Copy link")}<span class="unseen"> ${person.person_name}</span></button>
        <button type="button" class="button" @click=${() => takeInvitation(person)}>${icon("copy")}${t("Copy invitation")}<span class="unseen"> ${person.person_name}</span></button>` : html`<button type="button" class="button" @click=${() => make(person)}>${icon("log-in")}${t("Make the link")}<span class="unseen"> ${person.person_name}</span></button>`}
      <a class="button button--quiet" href=${`/m/${boot.meeting_id}/setup/calendar/${person.id}.ics`} download>${icon("calendar")}${t("Calendar file")}<span class="unseen"> ${person.person_name}</span></a></div></li>`;
}

async function make(person) {
  const link = await act("link.issue", { person: person.id });
  if (!link) return false;
  view.links.set(person.id, `${location.origin}/enter#${link.secret}`);
  boot.links_made[person.id] = { ...boot.links_made[person.id], made: new Date(clock.now()).toISOString(), revoked: null };
  refresh();
  return true;
}

async function makeAll(people) {
  const lacking = people.filter(({ person }) => !view.links.has(person.id));
  for (const { person } of lacking) if (!(await make(person))) return false;
  if (lacking.length) notice(tn("{n} link is made.", "{n} links are made.", lacking.length));
  return true;
}

async function sheet(people) {
  view.busy = t("Making the links");
  refresh();
  if (await makeAll(people)) await fetchSheet(people);
  view.busy = "";
  refresh();
}

async function fetchSheet(people) {
  view.busy = t("Laying out the sheet");
  refresh();
  const cards = people.map(({ person }) => ({ person: person.id, secret: view.links.get(person.id).split("#")[1] }));
  try {
    const answer = await fetch(`/m/${boot.meeting_id}/setup/sheet.pdf`, { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF": boot.csrf ?? "" }, body: JSON.stringify({ cards }) });
    if (!answer.ok) return notice((await answer.json().catch(() => ({}))).why ?? t("The sheet could not be made. The links stand here; try again in a moment."));
    return save(await answer.blob(), `${t("links")}-${boot.meeting_id}.pdf`);
  } catch {
    return notice(t("No answer came. The links stand here; try again in a moment."));
  }
}

export function save(blob, name) {
  const way = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 60_000);
}

async function takeInvitation(person) {
  try {
    const answer = await fetch(`/m/${boot.meeting_id}/setup/invitation/${person.id}`, { headers: { Accept: "application/json" } });
    const { text, why } = await answer.json();
    if (!text) return notice(why);
    return take(text.replace("{link}", view.links.get(person.id)), t("The invitation is copied. Paste it into a message to {name} alone.", { name: person.person_name }));
  } catch {
    return notice(t("No answer came. Try again in a moment."));
  }
}

async function take(words, done = t("The address is copied.")) {
  notice((await copy(words)) ? done : t("This browser did not allow copying; please select it by hand."));
}
