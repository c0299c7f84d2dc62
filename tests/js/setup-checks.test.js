import { findings, lasts, stateOf } from "/static/js/screens/setup/checks.js";
import { equal, test } from "./harness.js";

const session = { id: 1, position: 1, title: "First", date: "2027-02-03", begins: "09:30", ends: "12:00", state: "planned" };
const part = { id: 2, session: 1, title: "Groups", kind: "breakouts", minutes: 60 };
const room = { id: 3, part: 2, number: 1, title: "Finance", question: "Who pays?" };
const complete = {
  basics: { title: "A meeting", time_zone: "Europe/London", video_link: "https://video.example", co_chairs: ["Canada"] },
  sessions: [session], parts: () => [part], rooms: () => [room], speakers: () => [], today: "2027-01-01",
  holders: (role) => (role === "co_chair" ? [{ delegation: "Canada" }] : [{ delegation: "" }]),
};
const told = (more) => findings({ ...complete, ...more }).map(({ step, what, mend, weight }) => [weight, step, what.replace(/[\u2068\u2069]/g, ""), mend]);

test("nothing is missing where everything is there", () => {
  equal(told({}), []);
});

test("a meeting without rooms may be meant so; a part with breakouts and no rooms is not", () => {
  equal(told({ parts: () => [{ ...part, kind: "plenary" }] }), [["look", "rooms", "This is a meeting without breakout rooms.", ""]]);
  equal(told({ rooms: () => [] }), [["missing", "rooms", "“Groups” has no rooms.", ""]]);
});

test("a room without moderator and rapporteur leads to where they are named", () => {
  const holders = (role) => (role === "co_chair" ? [{ delegation: "Canada" }] : []);
  equal(told({ holders }), [
    ["missing", "people", "1. Finance has no moderator.", "slot-moderator-3-name"],
    ["missing", "people", "1. Finance has no rapporteur.", "slot-rapporteur-3-name"],
  ]);
});

test("two rooms of one number are both named", () => {
  equal(told({ rooms: () => [room, { ...room, id: 4 }] }).map(([, , what, mend]) => [what, mend]), [
    ["Two rooms have the number 1.", "room-plan-3-number"], ["Two rooms have the number 1.", "room-plan-4-number"],
  ]);
});

test("days out of order, in the past and missing are told apart", () => {
  const at = (id, date) => ({ ...session, id, position: id, title: `S${id}`, date });
  equal(told({ sessions: [at(1, "2027-02-03"), at(2, "2027-02-02"), at(3, ""), at(4, "2026-12-31")] }).map(([weight, , what]) => [weight, what]), [
    ["missing", "“S2” is dated before the session above it."],
    ["missing", "“S3” has no day yet."],
    ["look", "“S4” is planned for a day that is past."],
  ]);
});

test("parts without minutes are counted by session, and parts that take longer than it are said", () => {
  equal(told({ parts: () => [{ ...part, minutes: 0 }, { ...part, id: 5, minutes: 200 }] }).filter(([, step]) => step === "programme").map(([, , what, mend]) => [what, mend]), [
    ["“First”: 1 part has no minutes.", "part-edit-2-minutes"],
    ["The parts of “First” take 200 minutes, the session 150.", "session-edit-1-ends"],
  ]);
});

test("a co-chair for whom nobody speaks is named", () => {
  equal(told({ basics: { ...complete.basics, co_chairs: ["Canada", "United Kingdom"] } }), [["missing", "people", "Nobody speaks for United Kingdom in the chair.", "slot-co_chair-United-Kingdom-name"]]);
});

test("a session that ends before it begins ends the day after", () => {
  equal([lasts({ begins: "09:30", ends: "12:00" }), lasts({ begins: "22:30", ends: "01:00" }), lasts({ begins: "09:00", ends: "09:00" })], [150, 150, 1440]);
});

test("a step where nothing is yet is not in trouble", () => {
  const bare = { ...complete, sessions: [], holders: () => [], basics: { title: "A meeting", co_chairs: [] } };
  const found = findings(bare);
  equal(["basics", "chairs", "programme", "rooms", "people"].map((step) => stateOf(step, found, bare)), ["done", "later", "later", "later", "later"]);
  equal(stateOf("rooms", findings({ ...complete, rooms: () => [] }), complete), "trouble");
});

test("a speaker without a name is missing, and leads to where the name is written", () => {
  const speakers = () => [{ id: 8, speaker_name: "Delegate 1" }, { id: 9, speaker_name: " ", title: "" }, { id: 10, speaker_name: "", title: "Minister" }];
  equal(told({ speakers }), [["missing", "programme", "A speaker in “Groups” has no name.", "speaker-edit-9-speaker_name"], ["look", "programme", "A speaker in “Groups” has no name.", "speaker-edit-10-speaker_name"]]);
});

test("rooms are not complete while a session has no parts of which one might have rooms", () => {
  equal([() => [], () => [part], () => [{ ...part, kind: "plenary" }]].map((parts) => stateOf("rooms", [], { ...complete, parts })), ["later", "done", "done"]);
});
