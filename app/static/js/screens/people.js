/** The people of a meeting: everybody with their state, and a roster taken in. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, start } from "../core/boot.js";
import { t, tn } from "../core/words.js";
import { announcement } from "../elements/announcement.js";
import { icon } from "../elements/icon.js";
import { lobbyQueue } from "../elements/lobby-queue.js";
import "../elements/menus.js";
import { showLine } from "../elements/shell.js";
import { addPerson } from "./people/editing.js";
import { devicesDialog } from "./people/devices.js";
import { begin, importPages } from "./people/importing.js";
import { imports } from "./people/importing/done.js";
import { filterChips, peopleTable } from "./people/list.js";
import { madeLink } from "./people/links.js";
import { counts, isSecretariat, view } from "./people/state.js";
import { tasksDialog } from "./people/tasks.js";

start(page);
showLine();

function page() {
  if (view.importing) return importPages();
  const counted = counts();
  return html`${announcement()}<header class="head folk__head"><div><h1 id="people-title" tabindex="-1">${t("People")}</h1>
      <p class="head__under">${tn("{n} person of this meeting", "{n} people of this meeting", counted.all)}</p></div>
    <div class="row">${boot.links?.rooms ? html`<a class="button" href=${boot.links.rooms}>${icon("layout-dashboard")}${t("Rooms")}</a>` : nothing}
      <button class="button" type="button" @click=${addPerson}>${icon("user-plus")}${t("Add a person")}</button>
      ${isSecretariat() ? html`<button class="button button--primary" type="button" @click=${begin}>${icon("list")}${t("Import a roster")}</button>` : nothing}</div></header>
    ${lobbyQueue()}${madeLink()}${filterChips(counted)}${peopleTable()}${imports()}${tasksDialog()}${devicesDialog()}`;
}
