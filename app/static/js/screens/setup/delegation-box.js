/** <delegation-box> around an input and its list: offers delegations while somebody types. */
import { combobox } from "../../elements/combobox.js";

class DelegationBox extends HTMLElement {
  connectedCallback() {
    if (this.ready) return;
    this.ready = true;
    combobox({ input: this.querySelector("input"), list: this.querySelector("ul"), status: document.getElementById("status"), find: this.find ?? find });
  }
}

async function find(words) {
  return (await fetch(`/api/delegations?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } })).json();
}

customElements.define("delegation-box", DelegationBox);
