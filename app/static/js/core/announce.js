/**
 * One polite status line for screen readers. The person's own acts are said at once; what others do is counted
 * and said every 12 seconds, so that a busy room does not talk without pause.
 */
const OTHERS_EVERY = 12000;
let line;
let counts = new Map();
let timer;

/** Say this now. */
export function say(text) {
  line ??= makeLine();
  // Saying the same again is only heard when the text changes.
  line.textContent = line.textContent === text ? `${text}\u00a0` : text;
}

/** Count one act of somebody else; `sentence(n)` says it when its time has come. */
export function others(kind, sentence) {
  counts.set(kind, { n: (counts.get(kind)?.n ?? 0) + 1, sentence });
  timer ??= setTimeout(() => {
    say([...counts.values()].map(({ n, sentence: words }) => words(n)).join(" "));
    counts = new Map();
    timer = undefined;
  }, OTHERS_EVERY);
}

function makeLine() {
  const made = document.getElementById("status") ?? document.createElement("p");
  if (!made.isConnected) {
    Object.assign(made, { id: "status", className: "status" });
    made.setAttribute("role", "status");
    document.body.append(made);
  }
  return made;
}
