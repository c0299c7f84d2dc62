/** The server's time, as well as this device can tell it. */
export class Clock {
  #offset = 0;
  #doubt = Infinity;

  /** Learn from one answer: its `server_time` and when it was asked and heard (ms of this device). The quickest answer wins. */
  learn(serverTime, asked = Date.now(), heard = Date.now()) {
    const at = Date.parse(serverTime);
    const doubt = heard - asked;
    // A device's clock may be put right while the page is open, so old certainty fades.
    this.#doubt += 20;
    if (Number.isNaN(at) || doubt > this.#doubt) return;
    this.#doubt = doubt;
    this.#offset = at - (asked + heard) / 2;
  }

  /** Now, in ms since 1970, by the server's clock. */
  now() {
    return Date.now() + this.#offset;
  }
}
