import { Lost } from "./socket.js";

/** The session is over: the person has to open their link again. `why` says so in a sentence. */
export class SignedOut extends Error {}

/** The server by plain HTTP: tickets, the long poll, and the commands where websockets are blocked. */
export class Http {
  #boot;

  constructor(boot) {
    this.#boot = boot;
  }

  /** `{ticket, server_time}` for one connection. */
  async ticket() {
    const { status, body } = await this.#post("/api/ticket", {});
    if (status === 401 || body.code === "signed_out") throw new SignedOut(body.why);
    if (!body.ticket) throw Object.assign(new Lost(body.why), { retryAfter: body.retry_after });
    return body;
  }

  /** The command's answer, `{ok, …}`. */
  async command({ name, id, data }) {
    const { status, body } = await this.#post(`/api/commands/${name}`, data, { "Idempotency-Key": id });
    if (status === 413) return { ok: false, code: "invalid", why: "This text is too long to be sent. Please shorten it.", fields: {}, ...body };
    if (typeof body.ok !== "boolean") throw new Lost("no answer");
    return body;
  }

  /** What happened in these streams since, waiting up to 25 s for something to happen. */
  async poll(since, signal) {
    const query = Object.entries(since).map(([stream, revision]) => `${stream}=${revision}`).join("&");
    const { status, body } = await exchange(`/api/streams?${query}`, { signal }, 40000);
    if (status === 401) throw new SignedOut(body.why);
    if (!body.streams) throw new Lost(body.why);
    return body;
  }

  async #post(path, data, headers = {}, again = true) {
    const answer = await exchange(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF": this.#boot.csrf ?? "", ...headers },
      body: JSON.stringify(data),
    });
    // Whoever opened their link again, in another tab, has a new session: this page's mark belongs to the old one.
    if (answer.status === 403 && again && (await this.#renewed())) return this.#post(path, data, headers, false);
    return answer;
  }

  async #renewed() {
    const page = await fetch(location.href, { headers: { Accept: "text/html" } });
    const found = /<script[^>]*id="boot"[^>]*>([^<]*)</.exec(await page.text());
    const fresh = found && JSON.parse(found[1]);
    if (!fresh?.csrf || fresh.csrf === this.#boot.csrf) return false;
    if (fresh.me?.id !== this.#boot.me?.id) throw new SignedOut("This browser is now signed in as somebody else. What you typed is kept on this device.");
    this.#boot.csrf = fresh.csrf;
    return true;
  }
}

async function exchange(path, options, patience = 15000) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  options.signal?.addEventListener("abort", () => late.abort());
  try {
    const answer = await fetch(path, { ...options, signal: late.signal, headers: { Accept: "application/json", ...options.headers } });
    if (answer.status >= 500 && answer.status !== 503) throw new Lost(`status ${answer.status}`);
    const body = answer.status === 413 ? await answer.json().catch(() => ({})) : await answer.json();
    return { status: answer.status, body };
  } catch (error) {
    throw error instanceof Lost ? error : new Lost(String(error));
  } finally {
    clearTimeout(timer);
  }
}
