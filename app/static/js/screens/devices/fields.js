/** Small forms of this page: their fields, their errors, and what happens when they are sent. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { plainForm } from "../../elements/plain-form.js";
import { reveal } from "../../elements/reveal.js";

/** A form with the words of its button; `send(elements)` gives the server's answer. */
export function form(id, words, body, send, more = nothing) {
  return html`<one-form .send=${send}><form class="stack" id=${id} novalidate>
    <div class="banner banner--bad" id=${`${id}-trouble`} role="alert" hidden></div>${body}
    <p class="row"><button class="button button--primary" type="submit">${words}</button>${more}</p></form></one-form>`;
}

export function field(name, label, { value = "", type = "text", autocomplete = "off", dir = "ltr", hint = "", code = false } = {}) {
  return html`<div class="field"><label class="field__label" for=${name}>${label}</label>${hint ? html`<p class="field__hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
    <input class="input ${code ? "input--code" : ""}" id=${name} name=${name} type=${type} value=${value} autocomplete=${autocomplete} dir=${dir} spellcheck="false" maxlength="254" inputmode=${code ? "numeric" : nothing} aria-describedby=${`${hint ? `${name}-hint ` : ""}${name}-error`}>
    <p class="field__error" id=${`${name}-error`} hidden></p></div>`;
}

export function password(name, label, autocomplete, hint = "") {
  return html`<div class="field"><label class="field__label" for=${name}>${label}</label>${hint ? html`<p class="field__hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
    <div class="password"><input class="input" id=${name} name=${name} type="password" autocomplete=${autocomplete} dir="ltr" spellcheck="false" autocapitalize="none" maxlength="300" aria-describedby=${`${hint ? `${name}-hint ` : ""}${name}-error`}>
      <button class="button button--quiet reveal" type="button" aria-controls=${name} aria-pressed="false">${icon("eye")}<span class="unseen">${t("Show what is typed")}</span></button></div>
    <p class="field__error" id=${`${name}-error`} hidden></p></div>`;
}

// A form is made once: lit must not listen a second time when the page is drawn anew.
class OneForm extends HTMLElement {
  send = () => {};

  connectedCallback() {
    queueMicrotask(() => {
      const own = this.querySelector("form");
      reveal(own);
      plainForm(own, { send: (elements) => this.send(elements) });
    });
  }
}

customElements.define("one-form", OneForm);
