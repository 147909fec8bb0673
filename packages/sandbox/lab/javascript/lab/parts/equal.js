/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function equal(one, other) {
  if (one.length !== other.length) return false;
  let differs = 0;
  for (let at = 0; at < one.length; at++) differs |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differs === 0;
}
