/** Signing in with address and password, and the second step where there is one. */
import { post } from "../core/post.js";
import { t } from "../core/words.js";
import { boot } from "../core/page.js";
import { plainForm } from "../elements/plain-form.js";
import { reveal } from "../elements/reveal.js";

const form = document.getElementById("sign-in");
const step = document.getElementById("second-step");

reveal(form);
plainForm(form, {
  missing: ({ email, password }) => ({
    ...(email.value.trim() ? {} : { email: t("Please write your e-mail address.") }),
    ...(password.value ? {} : { password: t("Please write your password.") }),
  }),
  async send({ email, password, code }) {
    const said = await post("/api/sign-in", { email: email.value, password: password.value, code: code.value, to: boot.to ?? "" });
    if (said.ok) return location.assign(said.go);
    if (!said.needs_code || !step.hidden) return said;
    // The password was right: the second step appears, and nothing has to be typed again.
    step.hidden = false;
    code.required = true;
    code.focus();
    return null;
  },
});
(form.elements.email.value ? form.elements.password : form.elements.email).focus({ preventScroll: true });
