/**
 * A form that is sent by script and keeps what was typed when the answer is no. In it: an alert with the id `<form>-trouble`, and for each
 * field `name` a `<p id="<name>-error" class="field__error" hidden>`.
 */
export function plainForm(form, { missing = () => ({}), send }) {
  const trouble = document.getElementById(`${form.id}-trouble`);
  const button = form.querySelector("[type=submit]");
  for (const happening of ["input", "change"]) form.addEventListener(happening, ({ target }) => settle(target));
  form.addEventListener("submit", submit);

  async function submit(event) {
    event.preventDefault();
    if (button.getAttribute("aria-busy") === "true") return;
    trouble.hidden = true;
    for (const field of form.querySelectorAll("[aria-invalid]")) settle(field);
    const wanting = missing(form.elements);
    if (Object.keys(wanting).length) return show(wanting);
    button.setAttribute("aria-busy", "true");
    const said = await send(form.elements);
    button.removeAttribute("aria-busy");
    if (said && !said.ok) show(said.fields ?? {}, said.why);
  }

  function show(fields, why) {
    for (const [name, sentence] of Object.entries(fields)) {
      const place = document.getElementById(`${name}-error`);
      if (!place) { why ??= sentence; continue; }
      place.textContent = sentence;
      place.hidden = false;
      form.elements[name]?.setAttribute("aria-invalid", "true");
    }
    // What stands at a field already need not be said twice.
    const more = Object.values(fields).includes(why) ? "" : why ?? "";
    trouble.textContent = more;
    trouble.hidden = !more;
    form.querySelector("[aria-invalid]")?.focus();
  }

  return { show };
}

// What was said about a field is over once it is written in again.
function settle(field) {
  field.removeAttribute("aria-invalid");
  const said = document.getElementById(`${field.name}-error`);
  if (said) said.hidden = true;
}
