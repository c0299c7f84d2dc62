// What Rapport uses of lit-html, in one module: see README.md beside this file.
export { html, nothing, noChange, render } from "lit-html";
export { live } from "lit-html/directives/live.js";
export { createRef, ref } from "lit-html/directives/ref.js";
export { repeat } from "lit-html/directives/repeat.js";
