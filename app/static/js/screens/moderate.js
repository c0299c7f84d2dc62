/** The moderator's console: run the room, see what is recorded, keep private notes, see who is there. */
import { html, nothing } from "../../vendor/lit-html.js";
import { others } from "../core/announce.js";
import { boot, start, store } from "../core/boot.js";
import { t, timeOfDay, tn } from "../core/words.js";
import { delegationName } from "../elements/delegation-names.js";
import { roomIsGone, roomIsOpenToMe } from "../elements/kept-texts.js";
import { listenForKeys } from "../elements/keys-help.js";
import { PointList } from "../elements/point-list.js";
import { hearProposals, proposals } from "../elements/proposals.js";
import { roomHead, thisRoom } from "../elements/room-head.js";
import { runPane } from "../elements/run-room.js";
import { sendOutButton } from "../elements/send-out.js";
import { SharedText } from "../elements/shared-text.js";
import { showLine } from "../elements/shell.js";
import { Tabs } from "../elements/tabs.js";

const tabs = new Tabs([{ id: "run", words: t("Run") }, { id: "record", words: t("Record") }, { id: "notes", words: t("Notes") }, { id: "people", words: t("People") }]);
const list = new PointList({ room: boot.room });
const words = new SharedText({ name: "room.narrate", target: { room: boot.room }, fields: ["narrative", "lead_in"], thing: () => store.get("room_text", boot.room) });
const notes = new SharedText({ name: "note.write", target: { room: boot.room }, fields: ["body"], thing: () => store.all("note", (note) => note.room === boot.room)[0] });

start(view);
showLine();
hearProposals(boot.room);
listenForKeys({ undo: () => list.undo() });
store.watch(({ stream, event }) => {
  if (stream !== `room:${boot.room}` || event !== "takeaway.captured") return;
  others("captured", (n) => tn("{n} new point.", "{n} new points.", n));
});

function view() {
  const room = thisRoom();
  if (!roomIsOpenToMe()) return roomIsGone();
  return html`
    ${roomHead(room)}
    ${room.state === "closed" ? html`<div class="banner banner--care"><p class="banner__words"><strong class="banner__title">${t("The room closed at {at}.", { at: timeOfDay(room.closed_at) })}</strong> ${t("Notes and points are kept; you can still choose points for the report-back.")}</p></div>` : nothing}
    ${tabs.view(t("The console’s parts"))}
    <div class="console split--tabs">
      ${pane("run", t("Run"), runPane(room))}
      ${pane("record", t("Record"), recordPane(room), tn("{n} for report-back", "{n} for report-back", list.rows().filter(({ thing }) => thing.state === "approved").length))}
      ${pane("notes", t("My notes"), notes.view("body", { label: t("Private notes"), hint: t("Only you can read them"), rows: 10 }))}
      ${pane("people", t("People"), peoplePane(room))}
    </div>`;
}

function pane(id, title, body, act = nothing) {
  return html`<section class="pane part" id="pane-${id}" aria-labelledby="title-${id}" ?data-chosen=${tabs.chosen(id)}>
    <div class="part__title"><h2 id="title-${id}">${title}</h2><span class="part__act">${act}</span></div>
    <div class="stack">${body}</div>
  </section>`;
}

function recordPane(room) {
  const rapporteurs = room.rapporteurs?.length ? room.rapporteurs.join(", ") : t("nobody yet");
  return html`
    <p class="quiet small">${t("Written by the rapporteur:")} <bdi>${rapporteurs}</bdi></p>
    ${list.view({ empty: t("The rapporteur’s points appear here as they are written.") })}
    ${proposals(room, { undo: (act) => list.undo(act) })}
    ${words.view("narrative", { label: t("What was discussed"), hint: t("For the summary"), rows: 5 })}
    ${words.view("lead_in", { label: t("The sentence before the points"), rows: 2, className: "input--lead" })}`;
}

function peoplePane(room) {
  const members = store.all("member", (member) => member.room === room.id);
  const delegations = Map.groupBy ? Map.groupBy(members, byDelegation) : grouped(members);
  const named = [...delegations].sort(([a], [b]) => delegationName(a).localeCompare(delegationName(b), boot.lang));
  return html`
    <p>${tn("{n} person placed here", "{n} people placed here", members.length)} · ${tn("{n} delegation", "{n} delegations", [...delegations.keys()].filter((name) => name !== "–").length)}${present(members)}</p>
    ${named.length ? html`<div class="people" tabindex="0" role="group" aria-label=${t("People by delegation")}><dl>${named.map(([delegation, people]) => html`<div><dt><bdi>${delegationName(delegation)}</bdi></dt>
      <dd>${people.map((person, i) => html`${i ? ", " : ""}<bdi>${person.name}</bdi>${person.present === false ? html` <span class="quiet">${t("(away)")}</span>` : nothing}`)}</dd></div>`)}</dl></div>`
    : html`<p class="empty">${t("Nobody has been placed in this room yet.")}</p>`}${sendOutButton(room)}`;
}

function present(members) {
  if (!members.some((member) => typeof member.present === "boolean")) return "";
  return ` · ${t("{n} here now", { n: members.filter((member) => member.present).length })}`;
}

function byDelegation({ delegation }) {
  return delegation || "–";
}

function grouped(members) {
  const groups = new Map();
  for (const member of members) groups.set(byDelegation(member), [...(groups.get(byDelegation(member)) ?? []), member]);
  return groups;
}
