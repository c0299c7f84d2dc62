/** Something others can watch: `watch(fn)` gives back the function that stops watching. */
export class Watched {
  #watchers = new Set();

  watch(fn) {
    this.#watchers.add(fn);
    return () => this.#watchers.delete(fn);
  }

  tell(...news) {
    for (const fn of [...this.#watchers]) fn(...news);
  }
}
