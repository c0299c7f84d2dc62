import { SignedOut } from "./http.js";
import { Lost, openSocket } from "./socket.js";
import { Watched } from "./watched.js";

const HEADS_EVERY = 20000;
const OFFLINE_AFTER = 3000;
const LOST = "lost";
const MOST_BY_SOCKET = 16000;
const TICKET_IS_FRESH = 15000;
const POLLS_BEFORE_A_SOCKET = 6;

/**
 * The line to the server. `status` is "connecting", "live", "offline" or "signed out"; watchers hear `(status, why)`.
 * It keeps the store's streams in order and without gaps, over a websocket or, where two of those failed, a long poll.
 */
export class Line extends Watched {
  status = "connecting";
  /** Why it is so, when the server said why. */
  why = "";
  /** Called with `(stream, why)` when the person may no longer follow a stream. */
  putOut = () => {};

  #store; #http; #clock; #open; #pace; #first;
  #wanted = new Set(); #catching = new Map();
  #socket = null; #poll = null; #socketsFailed = 0; #tries = 0;
  #stopped = false; #wake = () => {}; #grace; #heads; #lastTick = Date.now();

  /** `ticket` came with the page and saves the first round trip; every later connection fetches its own. */
  constructor({ store, http, clock, ticket, open = openSocket, pace = 1 }) {
    super();
    this.#store = store;
    this.#http = http;
    this.#clock = clock;
    this.#open = open;
    this.#pace = pace;
    if (ticket) this.#first = { ticket };
  }

  /** Keep this stream up to date from now on. */
  follow(stream) {
    if (this.#wanted.has(stream)) return;
    this.#wanted.add(stream);
    if (this.#socket) this.#catchUp([stream]);
    this.#poll?.abort();
  }

  unfollow(stream) {
    this.#wanted.delete(stream);
    this.#store.forget(stream);
    this.#socket?.ask("unfollow", { stream }).catch(() => {});
    this.#poll?.abort();
  }

  /** Connect, and stay connected until `stop()`. */
  start() {
    const look = () => document.visibilityState !== "hidden" && this.check();
    document.addEventListener("visibilitychange", look);
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, look);
    addEventListener("offline", () => this.#doubt(1500));
    this.#heads = setInterval(() => this.#tick(), HEADS_EVERY / 4);
    this.#run();
  }

  /** Connect afresh: the server has said that this session is over. */
  renew() {
    this.#hangUp();
  }

  stop() {
    this.#stopped = true;
    clearInterval(this.#heads);
    this.#hangUp();
    this.#wake();
  }

  /** Can an ask be sent now? */
  get open() {
    return this.status === "live";
  }

  /** Send one ask, `{name, id, data}`, and give its answer; `Lost` when the line goes first. */
  async ask({ name, id, data }) {
    try {
      // The server hangs up on a message of more than 64 KiB; by post it can say that a text is too long.
      const small = JSON.stringify(data).length < MOST_BY_SOCKET;
      if (this.#socket && small) return await this.#socket.ask("ask", { name, id, data });
      if (this.#socket || this.#poll) return await this.#http.command({ name, id, data });
      throw new Lost("no line");
    } catch (error) {
      this.#doubt();
      throw error;
    }
  }

  /** Look at once whether the line still stands (after sleep, when the page is shown again). */
  async check(patience = 6000) {
    this.#lastTick = Date.now();
    if (!this.#socket) return this.#wake();
    const socket = this.#socket;
    try {
      const asked = Date.now();
      const heads = Object.fromEntries([...this.#wanted].map((stream) => [stream, this.#store.revision(stream) ?? 0]));
      const { behind, server_time: time } = await socket.ask("heads", heads, patience);
      this.#clock.learn(time, asked);
      await this.#catchUp((behind ?? []).filter((stream) => this.#wanted.has(stream)));
    } catch {
      socket.close("no answer");
    }
  }

  #doubt(patience) {
    this.#poll?.abort(LOST);
    this.check(patience);
  }

  #tick() {
    const slept = Date.now() - this.#lastTick > HEADS_EVERY * 2;
    if (slept || Date.now() - this.#lastTick >= HEADS_EVERY) this.check();
  }

  async #run() {
    while (!this.#stopped) {
      try {
        const ticket = await this.#ticket();
        if (this.#socketsFailed < 2) await this.#overSocket(ticket);
        else await this.#overPolling();
      } catch (error) {
        if (!(error instanceof Lost || error instanceof SignedOut)) throw error;
        await this.#pause(error);
      }
    }
  }

  async #ticket() {
    const first = this.#first;
    this.#first = null;
    if (first && performance.now() < TICKET_IS_FRESH) return first.ticket;
    const asked = Date.now();
    const { ticket, server_time: time } = await this.#http.ticket();
    this.#clock.learn(time, asked);
    return ticket;
  }

  async #overSocket(ticket) {
    let over;
    const closed = new Promise((resolve) => { over = resolve; });
    this.#socketsFailed += 1;
    const socket = await this.#open({ auth: { ticket }, hear: (event, body) => this.#hear(event, body), closed: over });
    if (this.#stopped) return socket.close();
    this.#socket = socket;
    try {
      await this.#catchUp([...this.#wanted]);
      this.#socketsFailed = 0;
      this.#live();
      throw new Lost(await closed);
    } finally {
      this.#socket = null;
      this.#catching.clear();
      socket.close();
    }
  }

  async #overPolling() {
    for (let round = 0; round < POLLS_BEFORE_A_SOCKET && !this.#stopped; round += 1) {
      this.#poll = new AbortController();
      const { signal } = this.#poll;
      this.#live();
      try {
        const since = Object.fromEntries([...this.#wanted].map((stream) => [stream, this.#store.revision(stream) ?? 0]));
        const { streams, server_time: time } = await this.#http.poll(since, signal);
        this.#clock.learn(time);
        for (const [stream, answer] of Object.entries(streams)) this.#polled(stream, answer);
      } catch (error) {
        if (signal.aborted && signal.reason !== LOST) continue;
        this.#poll = null;
        throw error;
      }
    }
    this.#poll = null;
    this.#socketsFailed = 1;
  }

  #polled(stream, answer) {
    if (!this.#wanted.has(stream)) return;
    if (answer.put_out) return this.#leave(stream, answer.put_out);
    const epoch = this.#store.epoch(stream);
    if (answer.changes && epoch && epoch !== answer.epoch) return this.#store.forget(stream);
    this.#store.take({ stream, ...answer });
  }

  #hear(event, body) {
    if (event === "told") this.#told(body);
    else if (event === "put_out") this.#leave(body.stream, body.why);
    else if (event === "signed_out") this.renew();
    // Everybody reconnecting in the same moment would be the next outage.
    else if (event === "draining") setTimeout(() => this.#socket?.close("draining"), Math.random() * (body.after_ms ?? 0));
  }

  #told(told) {
    if (!this.#wanted.has(told.stream)) return;
    const early = this.#catching.get(told.stream);
    if (early) early.push(told);
    else if (this.#store.apply(told) === "gap") this.#catchUp([told.stream]);
  }

  async #catchUp(streams) {
    const missing = streams.filter((stream) => !this.#catching.has(stream));
    if (!missing.length) return;
    const early = new Map(missing.map((stream) => [stream, []]));
    for (const [stream, told] of early) this.#catching.set(stream, told);
    const socket = this.#socket;
    try {
      const answer = await socket.ask("follow", { streams: missing.map((stream) => ({ stream, since: this.#store.revision(stream), epoch: this.#store.epoch(stream) })) });
      if (socket !== this.#socket) return;
      if (!answer.ok) return socket.close(answer.why);
      for (const each of answer.streams) {
        if (each.ok) this.#store.take(each);
        else this.#leave(each.stream, each.why);
      }
    } catch {
      return socket.close("no answer");
    } finally {
      for (const [stream, told] of early) if (this.#catching.get(stream) === told) this.#catching.delete(stream);
    }
    for (const told of [...early.values()].flat()) this.#told(told);
  }

  #leave(stream, why) {
    this.#wanted.delete(stream);
    this.#store.forget(stream);
    this.putOut(stream, why);
  }

  #hangUp() {
    this.#socket?.close();
    this.#poll?.abort();
  }

  #live() {
    this.#tries = 0;
    this.#say("live");
  }

  #say(status, why = "") {
    clearTimeout(this.#grace);
    this.#grace = null;
    if (this.status === status) return;
    this.status = status;
    this.why = why;
    this.tell(status, why);
  }

  async #pause(error) {
    if (error instanceof SignedOut) this.#say("signed out", error.message);
    else if (this.status !== "signed out") this.#lostSight();
    const ceiling = Math.min(500 * 2 ** this.#tries++, error instanceof SignedOut ? 30000 : 8000);
    const wait = Math.max(error.retryAfter ? error.retryAfter * 1000 : 0, ceiling * (0.3 + 0.7 * Math.random())) * this.#pace;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
    this.#wake = () => {};
  }

  // A short break, as in every change of network, is not worth a banner.
  #lostSight() {
    if (this.status === "live") this.#say("connecting");
    if (this.status === "connecting") this.#grace ??= setTimeout(() => this.#say("offline"), OFFLINE_AFTER * this.#pace);
  }
}
