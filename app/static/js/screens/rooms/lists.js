/** The list of rooms and people as a CSV file: taken out, and read in with a look at what would come of every row. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { ask, refresh } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { modal } from "../../elements/modal.js";
import { notice } from "../../elements/shell.js";
import { put } from "./moving.js";
import { fetched } from "./server.js";
import { accepted, roomsOf } from "./state.js";

const FATES = {
  moves: t("moves"), stays: t("is there already"), no_room: t("no room named: stays"), unknown_person: t("nobody of this name"),
  several_people: t("several people of this name: give the e-mail or the delegation"), unknown_room: t("no such room"), twice: t("stands here twice: the first row counts"),
};
const SHOWN = 300;
let list = null;

export function listActs(round) {
  return html`<button class="button" type="button" @click=${() => takeOut(round)}>${icon("download")}${t("CSV out")}</button>
    <button class="button" type="button" @click=${() => { list = {}; refresh(); }}>${icon("upload")}${t("CSV in")}</button>`;
}

export function listDialog(round) {
  if (!list) return nothing;
  const moves = (list.rows ?? []).filter(({ fate }) => fate === "moves");
  return modal({
    title: t("Read a list in"), close: shut, side: true, name: "list",
    body: html`<p>${t("A CSV file with a row per person: name or e-mail, and a room by its number or theme. Nothing is written before you have seen what would come of it.")}</p>
      <label class="drop" @dragover=${over} @dragleave=${over} @drop=${dropped}>${icon("upload")}<span class="drop__words">${list.file ?? t("Choose a file, or drop it here")}</span><span class="drop__hint">${t("CSV, at most 2 MB")}</span>
        <input class="unseen" type="file" accept=".csv,.txt,.tsv,text/csv" @change=${({ target }) => read(round, target.files[0])}></label>
      ${list.why ? html`<p class="field__error" role="alert">${list.why}</p>` : nothing}
      ${list.rows ? preview(round) : nothing}`,
    foot: list.rows ? html`<button class="button" type="button" @click=${shut}>${t("Leave it")}</button>
      <button class="button button--primary" type="button" ?disabled=${!moves.length} @click=${() => accept(round, moves)}>${tn("Move {n} person", "Move {n} people", moves.length)}</button>` : nothing,
  });

  function dropped(event) {
    over(event);
    read(round, event.dataTransfer.files[0]);
  }
}

// What needs a look stands first: a thousand rows that are as they should be hide one that is not.
function preview(round) {
  const rooms = new Map(roomsOf(round).map((room) => [room.id, room]));
  const trouble = ({ fate }) => !["moves", "stays"].includes(fate);
  const rows = [...list.rows.filter(trouble), ...list.rows.filter((row) => !trouble(row))];
  const n = list.rows.filter(trouble).length;
  return html`<p role="status">${tn("{n} row was read.", "{n} rows were read.", list.rows.length)} ${n ? tn("{n} of them changes nothing and needs a look.", "{n} of them change nothing and need a look.", n) : ""}</p>
    <table class="table list"><caption class="unseen">${t("What would come of each row")}</caption>
      <thead><tr><th scope="col" class="table__number">${t("Row")}</th><th scope="col">${t("Name")}</th><th scope="col">${t("Room")}</th><th scope="col">${t("What comes of it")}</th></tr></thead>
      <tbody>${repeat(rows.slice(0, SHOWN), ({ row }) => row, (row) => html`<tr><td class="table__number">${number(row.row)}</td><td><bdi>${row.name}</bdi></td>
        <td><bdi>${row.room ? t("{number}. {title}", { number: number(rooms.get(row.room)?.number ?? 0), title: rooms.get(row.room)?.title ?? "" }) : row.wanted}</bdi></td>
        <td>${trouble(row) ? html`<span class="list__trouble">${icon("triangle-alert")}${FATES[row.fate]}</span>` : FATES[row.fate]}</td></tr>`)}</tbody></table>
    ${rows.length > SHOWN ? html`<p class="small quiet">${t("The first {n} rows are shown.", { n: number(SHOWN) })}</p>` : nothing}`;
}

async function read(round, file) {
  if (!file) return;
  list = { file: file.name };
  refresh();
  const answer = await fetched(`read?round=${round.id}&file=${encodeURIComponent(file.name)}`, file);
  if (!list) return;
  list = { ...list, ...answer };
  refresh();
}

function over(event) {
  event.preventDefault();
  event.currentTarget.classList.toggle("drop--over", event.type === "dragover");
}

async function accept(round, moves) {
  shut();
  await put(round, moves.map(({ person, room }) => ({ person, room })), { words: (n) => tn("{n} person is moved as in the list.", "{n} people are moved as in the list.", n) });
}

async function takeOut(round) {
  const answer = await ask("placement.export", { round: round.id }, { keep: false }).answered;
  if (!accepted(answer)) return;
  const address = URL.createObjectURL(new Blob([answer.result.text], { type: "text/csv;charset=utf-8" }));
  Object.assign(document.createElement("a"), { href: address, download: answer.result.file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  notice(t("The list is taken out. The timeline says so."));
}

function shut() {
  list = null;
  refresh();
}
