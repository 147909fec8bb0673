/** The event loop: a clock that only moves when somebody waits for it. */

const tasksMax = 2000;
const clockMaxMs = 60_000;
const microtasks = 60;

export function makeTasks() {
  let queue = [];
  let now = 0;
  let count = 0;
  let done = 0;
  const tasks = {
    get now() {
      return now;
    },
    later(work, delayMs, everyMs = null) {
      count++;
      queue.push({ id: count, due: now + Math.max(0, Number(delayMs) || 0), work, everyMs });
      return count;
    },
    cancel(id) {
      queue = queue.filter((one) => one.id !== id);
    },
    /** Lets promises go on. Each await is one turn of them. */
    async settle() {
      for (let turn = 0; turn < microtasks; turn++) await Promise.resolve();
    },
    /** Runs what is due within `withinMs` of now, oldest first. An interval repeats at most 20 times. */
    async run(withinMs = clockMaxMs) {
      const until = now + withinMs;
      await tasks.settle();
      while (queue.length > 0 && done < tasksMax) {
        const next = queue.reduce((first, one) => (one.due < first.due ? one : first));
        if (next.due > until) return;
        queue = queue.filter((one) => one !== next);
        now = Math.max(now, next.due);
        done++;
        next.left = (next.left ?? 20) - 1;
        if (next.everyMs !== null && next.left > 0)
          queue.push(Object.assign(next, { due: now + Math.max(1, Number(next.everyMs) || 0) }));
        next.work();
        await tasks.settle();
      }
    },
  };
  return tasks;
}
