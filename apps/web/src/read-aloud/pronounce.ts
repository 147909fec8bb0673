/** What a voice says in place of what is written. Each line is one rule; later ones see what earlier ones made. */
const rules: [RegExp, string | ((...found: string[]) => string)][] = [
  [/https?:\/\/(?:www\.)?([^\s/)>]+)[^\s)>]*/g, "link to $1"],
  [/\be\.g\.,?/gi, "for example,"],
  [/\bi\.e\.,?/gi, "that is,"],
  [/\betc\./gi, "and so on"],
  [/\bvs\.?(?=\s)/gi, "versus"],
  [/\bcf\.(?=\s)/gi, "compare"],
  [/\bRev\. (?=\d)/g, "revision "],
  // 10.0.0.0/8; a version such as 1.3 stays as it is.
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g, (address) => saidAddress(address ?? "")],
  [/\b\d{5,}\b/g, (digits) => (digits ?? "").split("").join(" ")],
  [/\bC\+\+/g, "C plus plus"],
  [/\bC#/g, "C sharp"],
  [/\$\{([^}]*)\}/g, "$1"],
  [/::+/g, ":"],
  // s3:GetObject, but not 10:42 and not "first: second".
  [/(?<=[A-Za-z*]):(?=[\w*])|(?<=\d):(?=[A-Za-z*])/g, " "],
  [/\*+/g, " star "],
  [/(?<=[a-z])(?=[A-Z])/g, " "],
  [/(?<=\w)_(?=\w)|(?<=\s)_+(?=\w)|(?<=\w)_+(?=\s|$)/g, " "],
  [/\s*(?:→|->|=>)\s*/g, " to "],
  [/≤/g, " at most "],
  [/≥/g, " at least "],
  [/×/g, " times "],
  [/\s&\s/g, " and "],
  [/…/g, ", "],
  [/\s+/g, " "],
];

/** A sentence as a voice should say it: addresses, names of actions and abbreviations in words. */
export const pronounced = (text: string): string =>
  rules.reduce((said, [pattern, by]) => replaced(said, pattern, by), text).trim();

const replaced = (text: string, pattern: RegExp, by: (typeof rules)[number][1]): string =>
  typeof by === "string" ? text.replace(pattern, by) : text.replace(pattern, by);

const saidAddress = (address: string): string =>
  address.replaceAll(".", " dot ").replace("/", " slash ");

/** A line of code: the signs that carry meaning as words, brackets as a short silence. */
export const pronouncedCode = (line: string): string =>
  pronounced(
    line
      .replace(/([=!<>]=|&&|\|\||[=<>+%])/g, (sign) => ` ${signs[sign] ?? sign} `)
      .replace(/(?<=[A-Za-z_\d)])\.(?=[A-Za-z_])/g, " dot ")
      .replace(/[(){}[\];`"']+/g, ", "),
  )
    .replace(/(?:,\s*)+/g, ", ")
    .replace(/^, |, $/g, "");

const signs: Record<string, string> = {
  "==": "equals",
  "!=": "is not",
  "<=": "at most",
  ">=": "at least",
  "&&": "and",
  "||": "or",
  "=": "is",
  "<": "less than",
  ">": "more than",
  "+": "plus",
  "%": "percent",
};
