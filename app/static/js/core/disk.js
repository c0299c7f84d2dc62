/**
 * Where unanswered asks are kept: IndexedDB, else localStorage, else only this page's memory.
 * Each gives `kind`, `all()`, `put(record)` and `remove(id)`; records carry `id`.
 */
export async function openDisk(name) {
  try {
    return indexed(await database(), name);
  } catch {
    return storageWorks() ? local(name) : memory();
  }
}

function database() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("rapport", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("asks", { keyPath: "id" }).createIndex("owner", "owner");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = opening.onblocked = () => reject(opening.error);
    // Some private windows never answer.
    setTimeout(() => reject(new Error("no answer")), 3000);
  });
}

function indexed(db, owner) {
  const carryOut = (mode, act) => new Promise((resolve, reject) => {
    const transaction = db.transaction("asks", mode, { durability: "strict" });
    const request = act(transaction.objectStore("asks"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  return {
    kind: "disk",
    all: () => carryOut("readonly", (asks) => asks.index("owner").getAll(owner)),
    put: (record) => carryOut("readwrite", (asks) => asks.put({ ...record, owner })),
    remove: (id) => carryOut("readwrite", (asks) => asks.delete(id)),
  };
}

function local(name) {
  const prefix = `rapport:ask:${name}:`;
  return {
    kind: "local",
    all: async () => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(localStorage[key])),
    put: async (record) => localStorage.setItem(prefix + record.id, JSON.stringify(record)),
    remove: async (id) => localStorage.removeItem(prefix + id),
  };
}

function memory() {
  const records = new Map();
  return {
    kind: "memory",
    all: async () => [...records.values()],
    put: async (record) => { records.set(record.id, record); },
    remove: async (id) => { records.delete(id); },
  };
}

// Private windows and full disks refuse; some browsers throw as soon as localStorage is named.
function storageWorks() {
  try {
    localStorage.setItem("rapport:try", "1");
    localStorage.removeItem("rapport:try");
    return true;
  } catch {
    return false;
  }
}
