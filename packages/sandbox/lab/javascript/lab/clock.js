/** Time as the program sees it: `Date.now()`, `new Date()` and timers follow it. Real until a test moves it. */

const RealDate = Date;
const real = Date.now;
let frozenAt = null;
let ahead = 0;

/** Milliseconds since 1970 in UTC. */
export const now = () => (frozenAt ?? real()) + ahead;

/** Stops the clock, in milliseconds since 1970. */
export function freeze(at) {
  frozenAt = Number(at);
  ahead = 0;
}

/** Moves the clock forward, in milliseconds. */
export function advance(ms) {
  ahead += Number(ms);
}

/** Back to real time. */
export function reset() {
  frozenAt = null;
  ahead = 0;
}

const LabDate = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, given, made) =>
    Reflect.construct(target, given.length ? given : [now()], made),
});
RealDate.now = now;
RealDate.prototype.constructor = LabDate;
globalThis.Date = LabDate;

export const clock = { now };
export default clock;
