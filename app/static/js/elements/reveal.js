/** A button beside each password field that shows what is being typed: `<button class="reveal" aria-controls="<id>" aria-pressed="false">`. */
export function reveal(form) {
  for (const button of form.querySelectorAll(".reveal")) {
    const field = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    });
  }
}
