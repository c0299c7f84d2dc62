import { Outbox } from "/static/js/core/outbox.js";
import { openDisk } from "/static/js/core/disk.js";
import { Lost } from "/static/js/core/socket.js";
import { Watched } from "/static/js/core/watched.js";
import { equal, ok, test, until } from "./harness.js";

let owners = 0;
const newOwner = () => `test-${Date.now()}-${owners++}`;

// A server that remembers each id, as the real one does, behind a line that can be cut before or after it has heard.
class FakeLine extends Watched {
  open = true; heard = []; answers = new Map(); loseAnswers = 0; renewed = 0;
  answer = ({ data }, n) => ({ ok: true, result: { type: "takeaway", id: 100 + n, version: 1, text: data.text } });

  async ask(record) {
    if (!this.open) throw new Lost("no line");
    await new Promise((go) => setTimeout(go, 1));
    if (!this.answers.has(record.id)) {
      this.heard.push([record.name, structuredClone(record.data)]);
      this.answers.set(record.id, this.answer(record, this.heard.length));
    }
    const answer = this.answers.get(record.id);
    if (!answer.ok && (answer.code === "busy" || answer.code === "signed_out")) this.answers.delete(record.id);
    if (this.loseAnswers-- > 0) throw new Lost("cut");
    return answer;
  }

  renew() { this.renewed += 1; this.open = false; }
  back() { this.open = true; this.tell("live"); }
}

const outboxFor = (line, owner = newOwner(), more = {}) => new Outbox({ owner, line, ...more });
const texts = (line) => line.heard.map(([, data]) => data.text);

test("an ask is sent, answered, and leaves the disk", async () => {
  const line = new FakeLine(), owner = newOwner();
  const outbox = outboxFor(line, owner);
  const answer = await outbox.ask("takeaway.capture", { text: "a" }).answered;
  equal(answer, { ok: true, result: { type: "takeaway", id: 101, version: 1, text: "a" } });
  equal([outbox.waiting, outbox.kind], [[], "disk"]);
  await new Promise((go) => setTimeout(go, 50));
  equal(await (await openDisk(owner)).all(), []);
});

test("asks are carried out in the order they were asked, however many at once", async () => {
  const line = new FakeLine();
  const outbox = outboxFor(line);
  const words = Array.from({ length: 20 }, (_, i) => `point ${i}`);
  await Promise.all(words.map((text) => outbox.ask("takeaway.capture", { text }).answered));
  equal(texts(line), words);
});

test("what was asked offline survives a reload and arrives once, in order", async () => {
  const line = new FakeLine(), owner = newOwner();
  line.open = false;
  const before = outboxFor(line, owner);
  before.ask("takeaway.capture", { text: "one" });
  before.ask("takeaway.capture", { text: "two" });
  await until(() => Object.keys(localStorage).length === 0, "the writing to disk");
  const after = outboxFor(line, owner);
  await after.ready;
  equal(after.waiting.map(({ data }) => data.text), ["one", "two"]);
  line.back();
  await until(() => after.waiting.length === 0 && before.waiting.length === 0);
  equal(texts(line), ["one", "two"]);
});

test("a clock that was set back while asks waited does not put later ones before them", async () => {
  const line = new FakeLine(), owner = newOwner(), now = Date.now;
  line.open = false;
  const before = outboxFor(line, owner);
  before.ask("takeaway.capture", { text: "one" });
  await until(() => Object.keys(localStorage).length === 0, "the writing to disk");
  try {
    Date.now = () => now() - 3600000;
    const after = outboxFor(line, owner);
    after.ask("takeaway.capture", { text: "two" });
    await after.ready;
    after.ask("takeaway.capture", { text: "three" });
    equal(after.waiting.map(({ data }) => data.text), ["one", "two", "three"]);
    line.back();
    await until(() => after.waiting.length === 0);
  } finally {
    Date.now = now;
  }
  equal(texts(line), ["one", "two", "three"]);
});

test("a reload in the very instant of asking loses nothing", async () => {
  const line = new FakeLine(), owner = newOwner();
  line.open = false;
  const never = new Promise(() => {});
  outboxFor(line, owner, { disk: never, others: null }).ask("takeaway.capture", { text: "just typed" });
  const after = outboxFor(line, owner);
  await after.ready;
  equal(after.waiting.map(({ data }) => data.text), ["just typed"]);
});

test("an answer lost on the way changes nothing twice", async () => {
  const line = new FakeLine();
  line.loseAnswers = 1;
  const outbox = outboxFor(line);
  const { answered } = outbox.ask("takeaway.capture", { text: "a" });
  equal((await answered).ok, true);
  equal(texts(line), ["a"]);
});

test("a refused text stays with its reason, through a reload, until the person decides", async () => {
  const line = new FakeLine(), owner = newOwner();
  line.answer = () => ({ ok: false, code: "gone", why: "The room closed at 14:32.", fields: {} });
  const outbox = outboxFor(line, owner);
  equal((await outbox.ask("takeaway.capture", { text: "late" }).answered).why, "The room closed at 14:32.");
  await new Promise((go) => setTimeout(go, 50));
  const after = outboxFor(line, owner);
  await after.ready;
  equal(after.refused.map(({ data, why }) => [data.text, why]), [["late", "The room closed at 14:32."]]);
  line.answer = () => ({ ok: true, result: { id: 1 } });
  await after.again(after.refused[0].id, { text: "late, once more" });
  await until(() => after.waiting.length === 0);
  equal([after.refused, texts(line)], [[], ["late", "late, once more"]]);
});

test("a refused act without text is answered and not kept", async () => {
  const line = new FakeLine();
  line.answer = () => ({ ok: false, code: "forbidden", why: "Not yours.", fields: {} });
  const outbox = outboxFor(line);
  equal((await outbox.ask("takeaway.move", { takeaway: 1, after: null }).answered).code, "forbidden");
  equal(outbox.list, []);
});

test("an expired session keeps everything and goes on after the link was opened again", async () => {
  const line = new FakeLine();
  const good = line.answer;
  line.answer = () => ({ ok: false, code: "signed_out", why: "Your session has ended.", fields: {} });
  const outbox = outboxFor(line);
  const { answered } = outbox.ask("takeaway.capture", { text: "mid-sentence" });
  await until(() => line.renewed === 1);
  equal(outbox.waiting.length, 1);
  line.answer = good;
  line.back();
  equal((await answered).ok, true);
});

test("a busy server is asked again after the time it names", async () => {
  const line = new FakeLine();
  const good = line.answer;
  line.answer = () => { line.answer = good; return { ok: false, code: "busy", why: "later", fields: {}, retry_after: 0.05 }; };
  const outbox = outboxFor(line);
  equal((await outbox.ask("takeaway.capture", { text: "a" }).answered).ok, true);
});

test("a later ask may speak of what an earlier one made", async () => {
  const line = new FakeLine();
  line.open = false;
  const outbox = outboxFor(line);
  const { id } = outbox.ask("takeaway.capture", { text: "a" });
  outbox.ask("takeaway.edit", { takeaway: { answer_of: id, take: "id" }, base: { answer_of: id, take: "version" }, text: "b" });
  outbox.ask("takeaway.merge", { takeaways: [{ answer_of: id, take: "id" }, 7] });
  await outbox.ready;
  line.back();
  await until(() => line.heard.length === 3);
  equal(line.heard.slice(1), [["takeaway.edit", { takeaway: 101, base: 1, text: "b" }], ["takeaway.merge", { takeaways: [101, 7] }]]);
});

test("what hangs on a refused ask is kept and not sent", async () => {
  const line = new FakeLine();
  line.open = false;
  line.answer = () => ({ ok: false, code: "invalid", why: "Too long.", fields: {} });
  const outbox = outboxFor(line);
  const { id } = outbox.ask("takeaway.capture", { text: "a" });
  const { answered } = outbox.ask("takeaway.edit", { takeaway: { answer_of: id, take: "id" }, base: 1, text: "b" });
  line.back();
  equal((await answered).code, "not_found");
  equal([texts(line), outbox.refused.map(({ data }) => data.text)], [["a"], ["a", "b"]]);
});

test("autosaved texts that were not sent yet become one", async () => {
  const line = new FakeLine();
  line.open = false;
  const outbox = outboxFor(line);
  outbox.ask("note.write", { room: 1, body: "h", base: 3 }, { slot: "note:1", was: { body: "" } });
  outbox.ask("note.write", { room: 1, body: "he", base: 3 }, { slot: "note:1", was: { body: "h" } });
  equal(outbox.waiting.map(({ data, was }) => [data, was]), [[{ room: 1, body: "he", base: 3 }, { body: "" }]]);
  await outbox.ready;
  line.back();
  await until(() => outbox.waiting.length === 0);
  equal(line.heard, [["note.write", { room: 1, body: "he", base: 3 }]]);
});

test("an autosaved text after one under way starts from that one's version", async () => {
  const line = new FakeLine();
  line.answer = () => ({ ok: true, result: { version: 4 } });
  const outbox = outboxFor(line);
  outbox.ask("note.write", { room: 1, body: "h", base: 3 }, { slot: "note:1" });
  await until(() => line.heard.length === 1);
  await outbox.ask("note.write", { room: 1, body: "he", base: 3 }, { slot: "note:1" }).answered;
  equal(line.heard.map(([, { base }]) => base), [3, 4]);
});

test("a conflict with a version that left my field alone is settled without the person", async () => {
  const line = new FakeLine();
  line.answer = ({ data }) => (data.base < 5 ? { ok: false, code: "conflict", why: "newer", fields: {}, theirs: { version: 5, narrative: "old", lead_in: "theirs" } } : { ok: true, result: { version: 6 } });
  const outbox = outboxFor(line);
  const { answered } = outbox.ask("room.narrate", { room: 1, narrative: "mine", lead_in: "", base: 4 }, { was: { narrative: "old" } });
  equal((await answered).ok, true);
  equal(line.heard.at(-1), ["room.narrate", { room: 1, narrative: "mine", lead_in: "theirs", base: 5 }]);
});

test("a true conflict keeps my text beside theirs", async () => {
  const line = new FakeLine();
  const theirs = { version: 5, body: "theirs" };
  line.answer = () => ({ ok: false, code: "conflict", why: "newer", fields: {}, theirs });
  const outbox = outboxFor(line);
  await outbox.ask("note.write", { room: 1, body: "mine", base: 4 }, { was: { body: "old" } }).answered;
  equal(outbox.refused.map(({ data, theirs: other }) => [data.body, other]), [["mine", theirs]]);
});

test("two tabs of one person send each ask once, and both learn the answer", async () => {
  const line = new FakeLine(), owner = newOwner();
  line.open = false;
  const one = outboxFor(line, owner), two = outboxFor(line, owner);
  await Promise.all([one.ready, two.ready]);
  const { answered } = one.ask("takeaway.capture", { text: "a" });
  two.ask("takeaway.capture", { text: "b" });
  await until(() => one.waiting.length === 2 && two.waiting.length === 2, "both tabs to know both");
  line.back();
  equal((await answered).ok, true);
  await until(() => one.waiting.length === 0 && two.waiting.length === 0);
  equal(texts(line).sort(), ["a", "b"]);
});

test("without a disk it goes on from memory and says so", async () => {
  const line = new FakeLine();
  const broken = { kind: "disk", all: async () => [], put: async () => { throw new Error("full"); }, remove: async () => {} };
  const outbox = outboxFor(line, newOwner(), { disk: broken });
  equal((await outbox.ask("takeaway.capture", { text: "a" }).answered).ok, true);
  equal(outbox.kind, "memory");
});

test("a discarded ask is not sent", async () => {
  const line = new FakeLine();
  line.open = false;
  const outbox = outboxFor(line);
  const { id } = outbox.ask("takeaway.capture", { text: "a" });
  outbox.discard(id);
  await outbox.ready;
  line.back();
  await new Promise((go) => setTimeout(go, 50));
  equal(texts(line), []);
  ok(outbox.list.length === 0);
});

test("an ask that a later one took in while the disk was looked at is not sent beside it", async () => {
  const line = new FakeLine();
  const kept = new Map();
  let look;
  const looked = new Promise((go) => { look = go; });
  const all = () => { const now = [...kept.values()]; return looked.then(() => now); };
  const disk = { kind: "disk", all: () => (kept.size ? all() : Promise.resolve([])), put: async (record) => { kept.set(record.id, { ...record }); }, remove: async (id) => { kept.delete(id); } };
  const outbox = outboxFor(line, newOwner(), { disk: Promise.resolve(disk) });
  await outbox.ready;
  outbox.ask("session.edit", { session: 1, title: "First", base: 0 }, { slot: "s", was: { title: "" } });
  await new Promise((go) => setTimeout(go, 20));
  const { answered } = outbox.ask("session.edit", { session: 1, date: "2027-02-03", base: 0 }, { slot: "s", was: { date: "" } });
  look();
  await answered;
  equal(line.heard, [["session.edit", { session: 1, title: "First", date: "2027-02-03", base: 0 }]]);
});

test("a newer version that already says what I wrote is no conflict", async () => {
  const line = new FakeLine();
  line.answer = ({ data }) => (data.base < 5 ? { ok: false, code: "conflict", why: "newer", fields: {}, theirs: { version: 5, title: "alike" } } : { ok: true, result: { version: 6 } });
  const outbox = outboxFor(line);
  const { answered } = outbox.ask("session.edit", { session: 1, title: "alike", base: 4 }, { was: { title: "old" } });
  equal((await answered).ok, true);
});
