/** The card of a role can be printed. */
document.getElementById("print").addEventListener("click", () => print());
