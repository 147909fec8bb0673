/**
 * The event loop: the host runs promise jobs, and calls `idle` when there are none left. Timers run in the
 * order of their time, and nobody waits for it. What is waited for when nothing can happen any more gets an
 * error instead of hanging.
 */
let timers = [];
let lastId = 0;
let now = 0;
let timersLeft = 0;
let advance = () => {};
/** What is being waited for, the innermost last: { act: what is done when nothing is left to do }. */
const waits = [];

const timersMax = 5_000;

/** Is told by how many milliseconds a timer moved time. */
export const onTime = (take) => {
  advance = take;
};

function add(act, { ms, every }) {
  if (typeof act !== "function") throw new TypeError("a timer needs a function");
  lastId += 1;
  const delayMs = Math.max(1, Math.min(Number(ms) || 0, 2 ** 31 - 1));
  timers.push({ id: lastId, at: now + delayMs, act, everyMs: every ? delayMs : null });
  return handle(lastId);
}

/** As in Node an object that is also a number. */
const handle = (id) => ({
  ref: () => handle(id),
  unref: () => handle(id),
  hasRef: () => true,
  [Symbol.toPrimitive]: () => id,
});

const clear = (given) => {
  const id = Number(given ?? 0);
  timers = timers.filter((timer) => timer.id !== id);
};

/** Whether a timer ran. Repeated ones run only while something is waited for that they may bring about. */
function runTimer(withRepeated) {
  const ready = timers.filter(({ everyMs }) => withRepeated || everyMs === null);
  if (ready.length === 0 || timersLeft <= 0) return false;
  timersLeft -= 1;
  const next = ready.reduce((first, one) => (one.at < first.at ? one : first));
  if (next.at > now) advance(next.at - now);
  now = Math.max(now, next.at);
  if (next.everyMs === null) clear(next.id);
  else next.at = now + next.everyMs;
  try {
    next.act();
  } catch (error) {
    console.error("Uncaught", error);
  }
  return true;
}

/** For the host: 1 where something was done, 0 where nothing is waited for. */
export function idle() {
  const wait = waits.at(-1);
  if (!wait) return 0;
  if (runTimer(!wait.isDrain)) return 1;
  // It was told already, and did not go on: the program broke what it waits with.
  if (wait.isOver) return 0;
  wait.isOver = true;
  wait.act();
  return 1;
}

/** Waits for a promise of the program; rejects with NoAnswer where it can never be settled. */
export async function answerOf(promise, what) {
  const wait = { isDrain: false, isOver: false };
  timersLeft = timersMax;
  waits.push(wait);
  try {
    return await new Promise((resolve, reject) => {
      wait.act = () => reject(new NoAnswer(`${what} was waited for, and nothing was left to do`));
      // By await alone, which asks no method that a program may have replaced.
      void follow(promise, resolve, reject);
    });
  } finally {
    waits.splice(waits.indexOf(wait), 1);
  }
}

async function follow(promise, resolve, reject) {
  try {
    resolve(await promise);
  } catch (error) {
    reject(error);
  }
}

/** Waits until the program has nothing left to do: a server goes on after it has answered. */
export async function drained() {
  const wait = { isDrain: true, isOver: false };
  const done = new Promise((resolve) => {
    wait.act = resolve;
  });
  timersLeft = timersMax;
  waits.push(wait);
  await done;
  waits.splice(waits.indexOf(wait), 1);
}

export class NoAnswer extends Error {
  name = "NoAnswer";
}

Object.assign(globalThis, {
  setTimeout: (act, ms, ...args) => add(() => act(...args), { ms }),
  setInterval: (act, ms, ...args) => add(() => act(...args), { ms, every: true }),
  setImmediate: (act, ...args) => add(() => act(...args), { ms: 0 }),
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: clear,
  queueMicrotask: (act) => void Promise.resolve().then(act),
});
