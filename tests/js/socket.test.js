import { Lost, openSocket } from "/static/js/core/socket.js";
import { equal, fails, ok, test, until } from "./harness.js";

// The other end of the wire, in frames.
class Wire {
  static last;
  readyState = 1;
  sent = [];
  constructor(url) { this.url = url; Wire.last = this; }
  send(frame) { this.sent.push(frame); }
  close() { this.readyState = 3; }
  hear(frame) { this.onmessage({ data: frame }); }
}

async function connected(more = {}) {
  const opening = openSocket({ auth: { ticket: "abc" }, hear: () => {}, WebSocket: Wire, ...more });
  Wire.last.hear('0{"sid":"x","upgrades":[],"pingInterval":10000,"pingTimeout":8000}');
  Wire.last.hear('40{"sid":"y"}');
  return [await opening, Wire.last];
}

test("it connects to the websocket address of this page and shows its ticket", async () => {
  const [, wire] = await connected();
  ok(/^ws:\/\/[^/]+\/socket\.io\/\?EIO=4&transport=websocket$/.test(wire.url), wire.url);
  equal(wire.sent, ['40{"ticket":"abc"}']);
});

test("a ping is answered with a pong", async () => {
  const [, wire] = await connected();
  wire.hear("2");
  equal(wire.sent.at(-1), "3");
});

test("an ask is an event with a number and gets the answer of that number", async () => {
  const [socket, wire] = await connected();
  const first = socket.ask("ask", { id: "a" });
  const second = socket.ask("heads", {});
  equal(wire.sent.slice(1), ['420["ask",{"id":"a"}]', '421["heads",{}]']);
  wire.hear('431[{"behind":["room:1"]}]');
  wire.hear('430[{"ok":true,"result":{"text":"a [b] \\"c\\""}}]');
  equal([await first, await second], [{ ok: true, result: { text: 'a [b] "c"' } }, { behind: ["room:1"] }]);
});

test("an event of the server is heard", async () => {
  const heard = [];
  const [, wire] = await connected({ hear: (...event) => heard.push(event) });
  wire.hear('42["told",{"stream":"room:1","revision":2}]');
  equal(heard, [["told", { stream: "room:1", revision: 2 }]]);
});

test("a refused ticket is a lost line", async () => {
  const opening = openSocket({ auth: {}, hear: () => {}, WebSocket: Wire });
  Wire.last.hear('0{"pingInterval":10000,"pingTimeout":8000}');
  Wire.last.hear('44{"message":"signed_out"}');
  ok((await fails(() => opening)) instanceof Lost);
});

test("a server that never lets in is given up", async () => {
  await fails(() => openSocket({ auth: {}, hear: () => {}, WebSocket: Wire, patience: 20 }), "no answer");
  equal(Wire.last.readyState, 3);
});

test("asks without an answer are lost when the line goes", async () => {
  let over = "";
  const [socket, wire] = await connected({ closed: (why) => { over = why; } });
  const asked = socket.ask("ask", {});
  wire.onclose();
  ok((await fails(() => asked)) instanceof Lost);
  equal(over, "closed");
  ok((await fails(() => socket.ask("ask", {}))) instanceof Lost);
});

test("a line without heartbeat is closed, since a dead network closes nothing", async () => {
  const opening = openSocket({ auth: {}, hear: () => {}, WebSocket: Wire });
  Wire.last.hear('0{"pingInterval":20,"pingTimeout":20}');
  Wire.last.hear('40{"sid":"y"}');
  await opening;
  await until(() => Wire.last.readyState === 3, "the closing");
});
