/** What a page that follows nothing came with. */
export const boot = JSON.parse(document.getElementById("boot")?.textContent || "{}");
