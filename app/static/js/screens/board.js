/** The co-chairs' board: every room in one view, and the acts that move everybody. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, start } from "../core/boot.js";
import { t } from "../core/words.js";
import { icon } from "../elements/icon.js";
import { listenForKeys } from "../elements/keys-help.js";
import { lobbyQueue } from "../elements/lobby-queue.js";
import "../elements/menus.js";
import { showLine } from "../elements/shell.js";
import { stageRemote } from "../elements/stage-remote.js";
import { tick } from "../elements/times.js";
import { announcement } from "./board/announce.js";
import { joinCode } from "./board/code.js";
import { peopleButton, peopleDialog, unplacedNotice } from "./board/people.js";
import { screensButton, screensDialog } from "./board/pairing.js";
import { approvedPoints, reports } from "./board/reports.js";
import { roomsTable, roundChoice } from "./board/rooms.js";
import { nowStrip, roundDialogs } from "./board/round.js";
import { overall, perSessionAndRoom } from "./board/tallies.js";

start(board);
showLine();
listenForKeys();
tick();

function board() {
  return html`${lobbyQueue()}${unplacedNotice()}${nowStrip()}
    <section class="part"><div class="part__title"><h2>${t("Rooms")}</h2><div class="row">${joinCode()}${roundChoice()}${boot.links?.rooms ? html`<a class="button" href=${boot.links.rooms}>${icon("layout-dashboard")}${t("Rooms and people")}</a>` : nothing}${peopleButton()}${screensButton()}</div></div>${roomsTable()}</section>
    <div class="split split--side"><div>${approvedPoints()}
        <section class="part"><div class="part__title"><h2>${t("Taking part")}</h2></div><div class="taking-part"><div class="stack">${overall()}</div>${perSessionAndRoom()}</div></section></div>
      <div>${stageRemote()}${reports()}${announcement()}</div></div>
    ${peopleDialog()}${screensDialog()}${roundDialogs()}`;
}
