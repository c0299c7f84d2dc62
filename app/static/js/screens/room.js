/** My room, for a participant: the question, the time, the points as they are captured, and a way to send one. */
import { html, live, nothing } from "../../vendor/lit-html.js";
import { others, say } from "../core/announce.js";
import { ask, boot, outbox, refresh, start, store } from "../core/boot.js";
import { draft, keepDraft } from "../core/drafts.js";
import { t, tn } from "../core/words.js";
import { pointsToRead } from "../elements/points.js";
import { roomHead, thisRoom, videoLink } from "../elements/room-head.js";
import { notice, showLine } from "../elements/shell.js";

const FIELD = `propose:${boot.room}`;
const FATES = { waiting: t("sent, not decided yet"), accepted: t("taken into the list"), declined: t("not taken") };
let text = draft(FIELD);

start(view);
showLine();
let wasOpen = thisRoom()?.state === "open";
store.watch(({ stream, event }) => {
  const open = thisRoom()?.state === "open";
  if (wasOpen && !open) say(t("This round has ended."));
  wasOpen = open;
  if (stream === `room:${boot.room}` && event === "takeaway.captured") others("captured", (n) => tn("{n} new point.", "{n} new points.", n));
});

function view() {
  const room = thisRoom();
  const me = store.get("me", boot.me?.id);
  // Of another round a person may have another room, without having been moved.
  const elsewhere = me?.rooms?.find((id) => id !== boot.room && store.get("room", id)?.round === room?.round);
  if (!room) return html`<p class="empty">${t("This room is no longer open to you.")} ${home()}</p>`;
  if (store.revision(`room:${room.id}`) === undefined) return html`${moved(room, me, elsewhere)}${roomHead(room)}<p>${t("You are no longer in this room. A point you have not sent is kept on this device.")} ${home()}</p>`;
  const points = store.all("takeaway", (thing) => thing.room === room.id);
  return html`
    ${moved(room, me, elsewhere)}
    ${roomHead(room)}
    <div class="stack stack--far">
      ${room.question ? html`<p class="quote" dir="auto">${room.question}</p>` : nothing}
      <p class="row">${videoLink(room)}</p>
      ${sendView()}
      <section class="part" aria-labelledby="points-title">
        <div class="part__title"><h2 id="points-title">${t("Captured so far")}</h2><span class="part__act">${tn("{n} point", "{n} points", points.length)}</span></div>
        ${points.length ? pointsToRead(points) : html`<p class="empty">${t("The rapporteur’s points appear here as they are written.")}</p>`}
      </section>
    </div>`;
}

function moved(room, me, elsewhere) {
  if (room.state === "closed") return banner(t("This round has ended."), t("The meeting goes on in plenary. Unsent text is kept."));
  if (elsewhere && !me.rooms.includes(room.id)) {
    const next = store.get("room", elsewhere);
    return banner(t("You are in another room now."), next?.title ?? "", location.pathname.replace(/\d+$/, elsewhere), t("Go there"), () => carryTo(elsewhere));
  }
  return nothing;
}

// Words that were not sent go with their writer, unless others wait for them there.
function carryTo(room) {
  if (text && !draft(`propose:${room}`)) keepDraft(`propose:${room}`, text);
}

function banner(title, words, to = boot.links?.now, label = t("Go to Now"), take = () => {}) {
  return html`<div class="banner banner--recall" role="note"><p class="banner__words"><strong class="banner__title">${title}</strong> <bdi>${words}</bdi></p>
    ${to ? html`<p class="banner__acts"><a class="button" href=${to} @click=${take}>${label}</a></p>` : nothing}</div>`;
}

function home() {
  return boot.links?.now ? html`<a href=${boot.links.now}>${t("Go to Now")}</a>` : nothing;
}

function sendView() {
  const asked = outbox.list.filter(({ name, data, state }) => name === "takeaway.propose" && data.room === boot.room && state !== "saved");
  const mine = store.all("proposal_mine", (thing) => thing.room === boot.room).sort((a, b) => b.id - a.id);
  return html`
    <section class="part" aria-labelledby="send-title">
      <div class="part__title"><h2 id="send-title">${t("Send a point")}</h2></div>
      <form class="stack stack--near" @submit=${(event) => { event.preventDefault(); send(); }}>
        <div class="field"><label class="field__label" for="send-text">${t("Your point, for the rapporteur")}</label>
          <textarea class="input" id="send-text" rows="3" dir="auto" aria-describedby="send-hint" .value=${live(text)}
            @input=${({ target }) => { text = target.value; keepDraft(FIELD, text); }}
            @keydown=${(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send()}></textarea>
          <p class="field__hint" id="send-hint">${t("The rapporteur decides whether it goes into the list.")}</p></div>
        <p class="row"><button class="button button--primary" type="submit">${t("Send")}</button></p>
      </form>
      ${asked.length || mine.length ? html`<ul class="points points--tight">
        ${asked.map(askedView)}
        ${mine.map((thing) => html`<li class="point"><p class="point__text" dir="auto">${thing.text}</p><p class="point__meta">${FATES[thing.state]}</p></li>`)}</ul>` : nothing}
    </section>`;
}

function askedView(record) {
  const refused = record.state === "refused";
  return html`<li class="point ${refused ? "point--refused" : "point--waiting"}"><p class="point__text" dir="auto">${record.data.text}</p>
    <p class="point__meta">${refused ? t("Not accepted: {why}", { why: record.why }) : t("Sending")}</p>
    ${refused ? html`<p class="row"><button type="button" class="button" @click=${() => outbox.again(record.id)}>${t("Send again")}</button>
      <button type="button" class="button button--quiet" @click=${() => takeBack(record)}>${t("Back into the field")}</button></p>` : nothing}</li>`;
}

function takeBack(record) {
  text = [text, record.data.text].filter(Boolean).join("\n");
  keepDraft(FIELD, text);
  outbox.discard(record.id);
}

async function send() {
  if (!text.trim()) return;
  const { answered } = ask("takeaway.propose", { room: boot.room, text: text.trim(), kind: "takeaway" });
  text = "";
  keepDraft(FIELD, "");
  refresh();
  const answer = await answered;
  notice(answer.ok ? t("Sent to the rapporteur") : answer.why);
}
