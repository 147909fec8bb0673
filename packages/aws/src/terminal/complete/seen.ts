/** What a name may be made of: ARNs, ids, names of IAM, paths of S3. */
const name = /[A-Za-z0-9][\w+=,.@:/-]{2,199}/g;
/** Ends that belong to the sentence and not to the name. */
const trailing = /[,.:=]+$/;
const outputCharsMax = 50_000;
const outputsMax = 40;
const namesMax = 3_000;

const known = new Map<string, string[]>();
const knownMax = 100;

/**
 * Names that were printed, those of the newest output first: what somebody is about to type again. Bounded: of each
 * of the last outputs its beginning is read.
 */
export function namesIn(outputs: readonly string[]): string[] {
  const found = new Set<string>();
  for (const output of outputs.slice(-outputsMax).toReversed()) {
    for (const one of namesOf(output)) {
      if (found.size >= namesMax) return [...found];
      found.add(one);
    }
  }
  return [...found];
}

function namesOf(output: string): readonly string[] {
  const before = known.get(output);
  if (before) return before;
  const names = [...new Set(wordsOf(output.slice(0, outputCharsMax)))];
  if (known.size >= knownMax) known.clear();
  known.set(output, names);
  return names;
}

function wordsOf(text: string): string[] {
  // Names of members are JSON's own, and no names of the account.
  const values = text.replaceAll(/"[A-Za-z][\w:-]{0,99}":/g, " ");
  return [...values.matchAll(name)]
    .map(([word]) => word.replace(trailing, ""))
    .filter((word) => word.length > 2);
}
