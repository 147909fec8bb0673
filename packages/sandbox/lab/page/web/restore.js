/** One page's changes to the interpreter must not reach the next: globals and built-in prototypes are put back. */

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

function roots() {
  const found = new Set([globalThis]);
  const take = (value) => {
    if (
      (typeof value !== "object" && typeof value !== "function") ||
      value === null ||
      found.has(value)
    )
      return;
    found.add(value);
    for (const key of ownKeys(value)) {
      const { value: member } = getOwnPropertyDescriptor(value, key);
      if (key === "prototype" || key === "__proto__") take(member);
    }
    take(Object.getPrototypeOf(value));
  };
  for (const key of ownKeys(globalThis)) take(getOwnPropertyDescriptor(globalThis, key).value);
  for (const sample of [
    async function () {},
    function* () {},
    async function* () {},
    [].values(),
    new Map().values(),
    "".matchAll(/a/g),
  ])
    take(Object.getPrototypeOf(sample));
  return [...found];
}

/** Remembers the realm as it is, with `more` objects; the returned function puts it back. */
export function remember(more = []) {
  const kept = [...new Set([...roots(), ...more])].map((object) => [
    object,
    ownKeys(object).map((key) => [key, getOwnPropertyDescriptor(object, key)]),
  ]);
  return () => {
    for (const [object, members] of kept) {
      const names = new Set(members.map(([key]) => key));
      for (const key of ownKeys(object)) if (!names.has(key)) deleteProperty(object, key);
      for (const [key, was] of members) {
        const is = getOwnPropertyDescriptor(object, key);
        if (!is || is.value !== was.value || is.get !== was.get || is.set !== was.set)
          defineProperty(object, key, was);
      }
    }
  };
}
