/**
 * One Socket.IO connection: protocol 5 on Engine.IO 4, websocket only, default namespace, text packets.
 * It never reconnects by itself: every connection needs a fresh ticket, so `line.js` opens a new one.
 */

const OPEN = "0", CLOSE = "1", PING = "2", PONG = "3";
const CONNECT = "40", DISCONNECT = "41", EVENT = "42", ACK = "43", REFUSED = "44";

/** The line went away before an answer came; the same ask may be sent again. */
export class Lost extends Error {}

/** Connect and give the `Socket` once the server has let us in; `Lost` when it does not within `patience` ms. */
export function openSocket({ url = socketUrl(), auth, hear, closed, patience = 8000, WebSocket = globalThis.WebSocket }) {
  return new Promise((resolve, reject) => {
    const socket = new Socket(new WebSocket(url), auth, hear, {
      opened: () => { clearTimeout(tooLate); resolve(socket); },
      closed: (why) => { clearTimeout(tooLate); reject(new Lost(why)); closed?.(why); },
    });
    const tooLate = setTimeout(() => socket.close("no answer"), patience);
  });
}

function socketUrl() {
  const url = new URL("/socket.io/?EIO=4&transport=websocket", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

class Socket {
  #ws; #auth; #hear; #on; #asked = new Map(); #lastAsk = 0; #watchdog; #patience = 30000; #over = false;

  constructor(ws, auth, hear, on) {
    Object.assign(ws, {
      onmessage: (message) => this.#packet(String(message.data)),
      onclose: () => this.close("closed"),
      onerror: () => this.close("failed"),
    });
    this.#ws = ws;
    this.#auth = auth;
    this.#hear = hear;
    this.#on = on;
  }

  /** Emit an event and wait for its acknowledgement, at most `patience` ms. */
  ask(event, body, patience = 15000) {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(new Lost("closed"));
      const number = this.#lastAsk++;
      const timer = setTimeout(() => { this.#asked.delete(number); reject(new Lost("no answer")); }, patience);
      this.#asked.set(number, { resolve, reject, timer });
      this.#send(EVENT + number + JSON.stringify([event, body]));
    });
  }

  close(why = "left") {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#watchdog);
    for (const { reject, timer } of this.#asked.values()) { clearTimeout(timer); reject(new Lost(why)); }
    if (this.#ws.readyState === 1) this.#ws.send(DISCONNECT);
    this.#ws.close();
    this.#on.closed(why);
  }

  #send(packet) {
    if (this.#ws.readyState === 1) this.#ws.send(packet);
  }

  #packet(text) {
    if (this.#over) return;
    this.#stayAwake();
    if (text[0] === OPEN) return this.#welcome(JSON.parse(text.slice(1)));
    if (text[0] === PING) return this.#send(PONG);
    if (text[0] === CLOSE || text.startsWith(DISCONNECT) || text.startsWith(REFUSED)) return this.close("refused");
    const body = text.slice(2);
    if (text.startsWith(CONNECT)) this.#on.opened();
    else if (text.startsWith(EVENT)) this.#hear(...JSON.parse(body));
    else if (text.startsWith(ACK)) this.#answer(body);
  }

  #welcome({ pingInterval, pingTimeout }) {
    this.#patience = pingInterval + pingTimeout;
    this.#stayAwake();
    this.#send(CONNECT + JSON.stringify(this.#auth));
  }

  #answer(body) {
    const number = parseInt(body, 10);
    const asked = this.#asked.get(number);
    if (!asked) return;
    this.#asked.delete(number);
    clearTimeout(asked.timer);
    asked.resolve(JSON.parse(body.slice(body.indexOf("[")))[0]);
  }

  // A dead network closes nothing: a missing heartbeat is the only sign of it.
  #stayAwake() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.close("no heartbeat"), this.#patience);
  }
}
