/**
 * Two requests at once, made certain: the second runs to its end right before the `at`th statement of the first.
 * Where that is the first of a transaction, it runs before the transaction begins; where the first holds one
 * already, before its first statement after that one. A first that makes fewer statements is followed by the
 * second.
 */
export async function race({ at, first, second }, { send, onStatement }) {
  let count = 0;
  let result = null;
  let isSecond = false;
  const runSecond = async () => {
    isSecond = true;
    result = await send(second);
    isSecond = false;
  };
  onStatement(async ({ begins, inTransaction }) => {
    // While the second runs, the first is held: whatever comes now is the second's.
    if (isSecond || result !== null) return;
    const next = count + 1;
    if (!begins) count = next;
    if (next >= at && !inTransaction) await runSecond();
  });
  try {
    const answer = await send(first);
    if (result === null) await runSecond();
    return { first: answer, second: result };
  } finally {
    onStatement(null);
  }
}
