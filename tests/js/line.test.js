import { Clock } from "/static/js/core/clock.js";
import { SignedOut } from "/static/js/core/http.js";
import { Line } from "/static/js/core/line.js";
import { Lost } from "/static/js/core/socket.js";
import { Store } from "/static/js/core/store.js";
import { equal, test, until } from "./harness.js";

const point = (id) => ({ type: "takeaway", id });
const told = (revision, id = revision) => ({ stream: "room:1", epoch: "a", revision, event: "e", changes: [{ put: point(id) }] });

// A server of one stream that can be cut off, refuse sockets, or end the session.
class Server {
  revision = 1; asked = []; sockets = 0; polls = 0; cut = false; signedOut = false; noSockets = false; refusal = null; busy = false; hold = null; tickets = 0;

  async ticket() {
    this.tickets += 1;
    if (this.cut) throw new Lost("cut");
    if (this.signedOut) throw new SignedOut("over");
    return { ticket: "t", server_time: new Date().toISOString() };
  }

  async command(asked) { this.asked.push(asked); return { ok: true, result: { by: "post" } }; }

  poll(since, signal) {
    this.polls += 1;
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Lost("aborted")));
      setTimeout(() => resolve({ streams: { "room:1": this.#since(since["room:1"]) }, server_time: "" }), 10);
    });
  }

  auths = [];

  open = async ({ auth, hear, closed }) => {
    this.sockets += 1;
    this.auths.push(auth.ticket);
    if (this.noSockets || this.cut) throw new Lost("blocked");
    this.hear = hear;
    this.hangUp = () => closed("gone");
    return { ask: (event, body) => this.#answer(event, body), close: () => closed("left") };
  };

  async #answer(event, body) {
    if (event !== "heads") this.asked.push([event, body]);
    if (event === "heads") return { behind: body["room:1"] < this.revision ? ["room:1"] : [], server_time: "" };
    if (event === "follow") {
      if (this.busy) return { ok: false, code: "busy", why: "later" };
      await this.hold;
      return { ok: true, streams: body.streams.map(({ stream, since }) => ({ stream, ...(this.refusal ?? { ok: true, ...this.#since(since) }) })) };
    }
    return { ok: true, result: {} };
  }

  #since(since = 0) {
    const changes = Array.from({ length: Math.max(0, this.revision - since) }, (_, i) => told(since + i + 1));
    return { epoch: "a", revision: this.revision, changes };
  }
}

function joined(server, more = {}) {
  const store = new Store();
  store.take({ stream: "room:1", epoch: "a", revision: 1, things: [point(1)] });
  const line = new Line({ store, http: server, clock: new Clock(), open: server.open, pace: 0.01, ...more });
  const said = [];
  line.watch((status) => said.push(status));
  line.follow("room:1");
  line.start();
  return { store, line, said };
}

const ids = (store) => store.all("takeaway").map(({ id }) => id);

test("it follows from the revision of the page and is live", async () => {
  const server = new Server();
  server.revision = 3;
  const { store, line, said } = joined(server);
  await until(() => line.status === "live");
  equal(server.asked, [["follow", { streams: [{ stream: "room:1", since: 1, epoch: "a" }] }]]);
  equal([ids(store), said], [[1, 2, 3], ["live"]]);
  line.stop();
});

test("the ticket of the page is used once, and later connections fetch their own", async () => {
  const server = new Server();
  const { line } = joined(server, { ticket: "with the page" });
  await until(() => line.open);
  equal([server.tickets, server.auths], [0, ["with the page"]]);
  server.hangUp();
  await until(() => server.tickets === 1 && line.open);
  equal(server.auths, ["with the page", "t"]);
  line.stop();
});

test("what is told in order is applied, what is old is not, and a gap is followed again", async () => {
  const server = new Server();
  const { store, line } = joined(server);
  await until(() => line.open);
  server.revision = 2;
  server.hear("told", told(2));
  server.hear("told", told(2, 99));
  equal(ids(store), [1, 2]);
  server.revision = 5;
  server.hear("told", told(5));
  await until(() => store.revision("room:1") === 5);
  equal(ids(store), [1, 2, 3, 4, 5]);
  equal(server.asked.length, 2);
  line.stop();
});

test("what is told while following is neither lost nor doubled", async () => {
  const server = new Server();
  let go;
  server.hold = new Promise((resolve) => { go = resolve; });
  const { store, line } = joined(server);
  await until(() => server.asked.length === 1);
  server.revision = 2;
  server.hear("told", told(2));
  server.hear("told", told(3));
  go();
  await until(() => line.open);
  equal([ids(store), store.revision("room:1")], [[1, 2, 3], 3]);
  line.stop();
});

test("a heartbeat finds what was never told", async () => {
  const server = new Server();
  const { store, line } = joined(server);
  await until(() => line.open);
  server.revision = 2;
  await line.check();
  await until(() => store.revision("room:1") === 2);
  line.stop();
});

test("after a cut it is offline, comes back by itself and catches up", async () => {
  const server = new Server();
  const { store, line, said } = joined(server);
  await until(() => line.open);
  server.cut = true;
  server.hangUp();
  await until(() => line.status === "offline");
  server.cut = false;
  server.revision = 4;
  await until(() => line.open);
  equal([ids(store), said], [[1, 2, 3, 4], ["live", "connecting", "offline", "live"]]);
  line.stop();
});

test("where websockets fail twice it polls, and asks go by post", async () => {
  const server = new Server();
  server.noSockets = true;
  const { store, line } = joined(server);
  await until(() => line.open);
  equal(server.sockets, 2);
  server.revision = 3;
  await until(() => store.revision("room:1") === 3);
  equal(await line.ask({ name: "takeaway.capture", id: "x", data: {} }), { ok: true, result: { by: "post" } });
  line.stop();
});

test("while it polls it tries a websocket again now and then", async () => {
  const server = new Server();
  server.noSockets = true;
  const { line } = joined(server);
  await until(() => server.polls > 2);
  server.noSockets = false;
  await until(() => server.sockets > 2 && server.hear);
  line.stop();
});

test("a session that is over is said, and the line returns when the link was opened again", async () => {
  const server = new Server();
  server.signedOut = true;
  const { line, said } = joined(server);
  await until(() => line.status === "signed out");
  server.signedOut = false;
  dispatchEvent(new Event("focus"));
  await until(() => line.open);
  equal(said, ["signed out", "live"]);
  line.stop();
});

test("whoever is put out forgets the stream's things", async () => {
  const server = new Server();
  const { store, line } = joined(server);
  await until(() => line.open);
  const out = [];
  line.putOut = (...news) => out.push(news);
  server.hear("put_out", { stream: "room:1", why: "moved" });
  equal([ids(store), out], [[], [["room:1", "moved"]]]);
  server.hear("told", told(2));
  equal(ids(store), []);
  line.stop();
});

test("a stream that may not be followed is forgotten, a busy server is asked again", async () => {
  const server = new Server();
  server.busy = true;
  const { store, line } = joined(server);
  await until(() => server.asked.length > 1);
  equal(ids(store), [1]);
  server.busy = false;
  server.refusal = { ok: false, code: "forbidden", why: "not yours" };
  await until(() => ids(store).length === 0);
  line.stop();
});

test("a message too large for the websocket goes by post", async () => {
  const server = new Server();
  const { line } = joined(server);
  await until(() => line.open);
  equal(await line.ask({ name: "note.write", id: "x", data: { body: "n".repeat(70000) } }), { ok: true, result: { by: "post" } });
  line.stop();
});
