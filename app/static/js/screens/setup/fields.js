/** The fields of the wizard, each on a sheet that saves it: label, control, what is wrong with it, and both versions where two wrote. */
import { html, live, nothing } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { figuresOf } from "../../elements/figures.js";
import { refused } from "../../elements/refused.js";
import { mayEdit } from "./state.js";
import "./delegation-box.js";

/** A line of text. `more`: `{hint, type, inputmode, list, className, unseen}`. */
export function lineField(sheet, field, label, more = {}) {
  return frame(sheet, field, label, more, (id) => html`<input class="input ${more.className ?? ""}" id=${id} type=${more.type ?? "text"} dir=${more.dir ?? "auto"} autocomplete="off"
    list=${more.list ?? nothing} inputmode=${more.inputmode ?? nothing} ?readonly=${!mayEdit()} aria-invalid=${sheet.why(field) ? "true" : nothing} aria-describedby=${described(sheet, field, more)}
    .value=${live(String(sheet.value(field)))} @input=${({ target }) => sheet.typed(field, target.value)} @change=${() => sheet.flush()} @blur=${() => sheet.flush()}>`);
}

/** Several lines. `more.rows`. */
export function textField(sheet, field, label, more = {}) {
  return frame(sheet, field, label, more, (id) => html`<textarea class="input ${more.className ?? "input--plan"}" id=${id} rows=${more.rows ?? 3} dir="auto" ?readonly=${!mayEdit()}
    aria-invalid=${sheet.why(field) ? "true" : nothing} aria-describedby=${described(sheet, field, more)}
    .value=${live(String(sheet.value(field)))} @input=${({ target }) => sheet.typed(field, target.value)} @blur=${() => sheet.flush()}></textarea>`);
}

/** A date or a time of day, as the browser asks for it. */
export function whenField(sheet, field, label, type, more = {}) {
  return frame(sheet, field, label, more, (id) => html`<input class="input input--when" id=${id} type=${type} ?readonly=${!mayEdit()} aria-invalid=${sheet.why(field) ? "true" : nothing}
    min=${type === "date" ? "1900-01-01" : nothing} max=${type === "date" ? "2200-12-31" : nothing} aria-describedby=${described(sheet, field, more)}
    .value=${live(String(sheet.value(field)))} @input=${({ target }) => !target.validity.badInput && sheet.typed(field, target.value)} @change=${() => sheet.flush()} @blur=${() => sheet.flush()}>`);
}

/** A whole number, in the figures of any script; 0 shows as nothing. */
export function numberField(sheet, field, label, more = {}) {
  const take = (typed) => {
    const figures = figuresOf(typed);
    const whole = /^[\s\p{Nd}]*$/u.test(typed) && figures.length < 6;
    sheet.typed(field, whole ? Number(figures || 0) : { complaint: t("Write a whole number in figures."), typed });
  };
  return frame(sheet, field, label, more, (id) => html`<input class="input input--number" id=${id} type="text" inputmode="numeric" autocomplete="off" ?readonly=${!mayEdit()}
    aria-invalid=${sheet.why(field) ? "true" : nothing} aria-describedby=${described(sheet, field, more)}
    .value=${live(String(sheet.value(field) || ""))} @input=${({ target }) => take(target.value)} @change=${() => sheet.flush()} @blur=${() => sheet.flush()}>`);
}

/** One of a few: `options` are `[value, words]`. */
export function choiceField(sheet, field, label, options, more = {}) {
  const now = String(sheet.value(field));
  const known = options.some(([value]) => value === now) ? options : [...options, [now, now]];
  return frame(sheet, field, label, more, (id) => html`<select class="input" id=${id} ?disabled=${!mayEdit()} aria-describedby=${described(sheet, field, more)} aria-invalid=${sheet.why(field) ? "true" : nothing}
    .value=${live(now)} @change=${({ target }) => sheet.chosen(field, target.value)}>${known.map(([value, words]) => html`<option value=${value} ?selected=${value === now}>${words}</option>`)}</select>`);
}

/** Yes or no. */
export function checkField(sheet, field, words, hint = "") {
  return html`<div class="field"><label class="check"><input type="checkbox" id=${sheet.id(field)} ?disabled=${!mayEdit()} .checked=${live(Boolean(sheet.value(field)))} @change=${({ target }) => sheet.chosen(field, target.checked)}>
    <span>${words}${hint ? html`<br><span class="field__hint">${hint}</span>` : nothing}</span></label>${trouble(sheet, field)}</div>`;
}

/** A delegation, by its name of the United Nations, from a few letters; anything else is kept as it is typed. */
export function delegationField(sheet, field, label, more = {}) {
  return frame(sheet, field, label, more, (id) => html`<delegation-box class="combo"><input class="input" id=${id} role="combobox" aria-expanded="false" aria-controls="${id}-list" aria-autocomplete="list"
      autocomplete="off" spellcheck="false" dir="auto" ?readonly=${!mayEdit()} aria-invalid=${sheet.why(field) ? "true" : nothing} aria-describedby=${described(sheet, field, more)}
      .value=${live(String(sheet.value(field)))} @input=${({ target }) => sheet.typed(field, target.value)} @change=${({ target }) => { sheet.typed(field, target.value); sheet.flush(); }} @blur=${() => sheet.flush()}>
    <ul class="combo__list" id="${id}-list" role="listbox" aria-label=${t("Delegations")} hidden></ul></delegation-box>`);
}

function frame(sheet, field, label, more, control) {
  const id = sheet.id(field);
  return html`<div class="field ${more.wide ? "field--whole" : ""}"><label class=${more.unseen ? "unseen" : "field__label"} for=${id}>${label}</label>
    ${more.hint ? html`<p class="field__hint" id="${id}-hint">${more.hint}</p>` : nothing}${control(id)}
    ${more.warning ? html`<p class="field__warning" id="${id}-warning">${more.warning}</p>` : nothing}${trouble(sheet, field)}
    <p class="field__state" id="${id}-state">${sheet.state(field)}</p></div>`;
}

function trouble(sheet, field) {
  const record = sheet.stuck(field);
  if (record?.code === "conflict") return refused(record, { field });
  return sheet.why(field) ? html`<p class="field__error" id="${sheet.id(field)}-error" role="alert">${sheet.why(field)}</p>` : nothing;
}

function described(sheet, field, more) {
  const id = sheet.id(field);
  const parts = [more.hint && `${id}-hint`, more.warning && `${id}-warning`, sheet.why(field) && sheet.stuck(field)?.code !== "conflict" && `${id}-error`].filter(Boolean);
  return parts.length ? parts.join(" ") : nothing;
}
