import { Watched } from "./watched.js";

/**
 * A copy of the things of each stream this page follows.
 * Watchers hear `{stream, event, at, changes}` for one change, and `{stream, whole: true}` when a stream was replaced or forgotten.
 */
export class Store extends Watched {
  #streams = new Map();

  /** The revision this copy of the stream stands at; undefined when it is not held. */
  revision(stream) {
    return this.#streams.get(stream)?.revision;
  }

  epoch(stream) {
    return this.#streams.get(stream)?.epoch;
  }

  /** The thing of that type and id, from whichever stream holds it. */
  get(type, id) {
    for (const { types } of this.#streams.values()) {
      const thing = types.get(type)?.get(id);
      if (thing) return thing;
    }
    return undefined;
  }

  /** All things of a type, of all streams, that answer `where`. */
  all(type, where = () => true) {
    const found = [];
    for (const { types } of this.#streams.values()) {
      for (const thing of types.get(type)?.values() ?? []) if (where(thing)) found.push(thing);
    }
    return found;
  }

  /** Take an answer to `follow`: a whole snapshot (`snapshot` or `things`), or the changes since our revision. */
  take({ stream, epoch, revision, changes, snapshot, things }) {
    const whole = snapshot ?? things;
    if (whole) {
      const held = { epoch, revision, types: new Map() };
      for (const thing of whole) put(held, thing);
      this.#streams.set(stream, held);
      this.tell({ stream, whole: true });
      return;
    }
    for (const told of changes ?? []) this.apply({ ...told, stream, epoch });
    const held = this.#streams.get(stream);
    if (held) Object.assign(held, { epoch, revision });
  }

  /** Apply one told change: "applied", "old" (already had it), or "gap" (something is missing: follow again). */
  apply(told) {
    const held = this.#streams.get(told.stream);
    if (!held || (told.epoch && held.epoch && told.epoch !== held.epoch)) return "gap";
    if (told.revision <= held.revision) return "old";
    if (told.revision !== held.revision + 1) return "gap";
    for (const change of told.changes) {
      if (change.put) put(held, change.put);
      else held.types.get(change.drop.type)?.delete(change.drop.id);
    }
    held.revision = told.revision;
    this.tell(told);
    return "applied";
  }

  forget(stream) {
    if (this.#streams.delete(stream)) this.tell({ stream, whole: true });
  }
}

function put(held, thing) {
  if (!held.types.has(thing.type)) held.types.set(thing.type, new Map());
  held.types.get(thing.type).set(thing.id, thing);
}
