import { refusal } from "../../world/refusal.ts";

type Term = { text: string; kind: "all" | "any" | "none" };

const termsMax = 100;

/**
 * The test of a pattern of unstructured text: every term has to be there, of those with a question mark one, of
 * those with a minus none; upper and lower case are told apart.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * Refuses patterns of JSON, of columns and of expressions, which are not emulated.
 */
export function filterTest(pattern: string): (message: string) => boolean {
  const text = pattern.trim();
  if (/^[{[%]/.test(text)) {
    const message =
      "Patterns of JSON, columns and expressions are not emulated here; words and phrases are.";
    throw refusal("InvalidParameterException", message);
  }
  const terms = termsIn(text);
  const of = (kind: Term["kind"]) => terms.filter((term) => term.kind === kind);
  const [all, any, none] = [of("all"), of("any"), of("none")];
  return (message) => {
    const has = ({ text: word }: Term) => message.includes(word);
    return all.every(has) && !none.some(has) && (any.length === 0 || any.some(has));
  };
}

function termsIn(text: string): Term[] {
  const found = [...text.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/g)];
  if (found.length > termsMax)
    throw refusal("InvalidParameterException", "The pattern has too many terms.");
  const kinds: Record<string, Term["kind"]> = { "": "all", "?": "any", "-": "none" };
  return found.map(([, sign = "", quoted, bare]) => ({
    text: quoted?.replaceAll(/\\(.)/g, "$1") ?? bare ?? "",
    kind: kinds[sign]!,
  }));
}
