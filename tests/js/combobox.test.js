import { combobox } from "/static/js/elements/combobox.js";
import { equal, test, until } from "./harness.js";

const STATES = ["Guinea", "Guinea-Bissau", "Equatorial Guinea"];

test("the arrows choose from the list and Enter takes the choice, without sending the form", async () => {
  const { input, list, press, type } = field(STATES);
  type("gui");
  await until(() => !list.hidden, "the list");
  press("ArrowDown");
  press("ArrowDown");
  equal([input.getAttribute("aria-activedescendant"), list.children[1].getAttribute("aria-selected")], ["states-1", "true"]);
  const enter = press("Enter");
  equal([input.value, list.hidden, input.getAttribute("aria-expanded"), enter.defaultPrevented], ["Guinea-Bissau", true, "false", true]);
});

test("Escape closes the list and leaves what was typed", async () => {
  const { input, list, press, type } = field(STATES);
  type("gui");
  await until(() => !list.hidden, "the list");
  press("Escape");
  equal([input.value, list.hidden], ["gui", true]);
});

test("Enter sends the form while nothing of the list is marked", async () => {
  const { list, press, type } = field(STATES);
  type("gui");
  await until(() => !list.hidden, "the list");
  equal(press("Enter").defaultPrevented, false);
});

test("an answer that comes after a later question is not shown", async () => {
  const answers = [];
  const { list, type } = field([], () => new Promise((answer) => answers.push(answer)));
  type("g");
  await until(() => answers.length === 1, "the first question");
  type("gu");
  await until(() => answers.length === 2, "the second question");
  answers[1]([{ name: "Guinea" }]);
  answers[0]([{ name: "Gabon" }]);
  await until(() => list.children.length === 1, "the list");
  equal([...list.children].map((one) => one.textContent), ["Guinea"]);
});

test("the other spelling that was found stands beside the name, and the code of what is chosen stays until something else is typed", async () => {
  const { input, list, press, type } = field([], async () => [{ name: "Eswatini", code: "SWZ", matched: "Swaziland" }]);
  type("swa");
  await until(() => !list.hidden, "the list");
  equal([...list.children].map((one) => [one.firstChild.textContent, one.querySelector(".combo__matched").textContent]), [["Eswatini", "Swaziland"]]);
  press("Enter");
  equal([input.value, input.dataset.code], ["Eswatini", "SWZ"]);
  type("eswa");
  equal(input.dataset.code, undefined);
});

function field(names, find = async () => names.map((name) => ({ name }))) {
  const input = document.createElement("input");
  const list = Object.assign(document.createElement("ul"), { id: "states", hidden: true });
  const status = document.createElement("p");
  document.body.replaceChildren(input, list, status);
  input.focus();
  combobox({ input, list, status, find, wait: 0 });
  const press = (key) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    input.dispatchEvent(event);
    return event;
  };
  const type = (words) => { input.value = words; input.dispatchEvent(new Event("input")); };
  return { input, list, press, type };
}
