import { openDialog } from "/static/js/elements/dialog.js";
import { equal, test } from "./harness.js";

function field() {
  const input = document.createElement("input");
  document.body.append(input);
  input.focus();
  return input;
}

const closed = (dialog) => new Promise((done) => { dialog.addEventListener("close", () => done(), { once: true }); });

test("the focus returns to where it was", async () => {
  const before = field();
  const dialog = openDialog({ title: "Keys", body: () => "" });
  dialog.close();
  await closed(dialog);
  equal(document.activeElement === before, true);
});

test("whoever writes elsewhere before the browser says that the dialog is closed is left alone", async () => {
  field();
  const dialog = openDialog({ title: "Keys", body: () => "" });
  dialog.close();
  const elsewhere = field();
  await closed(dialog);
  equal(document.activeElement === elsewhere, true);
  equal(dialog.isConnected, false);
});
