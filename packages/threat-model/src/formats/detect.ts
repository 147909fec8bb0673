import type { Json } from "./source/tame.ts";

export const formatNames = {
  loopwright: "Loopwright",
  lines: "Typed lines",
  "threat-composer": "Threat Composer",
  "threat-dragon": "Threat Dragon",
  otm: "Open Threat Model",
} as const;
export type FormatName = keyof typeof formatNames;

/** JSON and YAML name their format by their keys; a file's name only decides between the two notations. */
export type Notation = "json" | "yaml" | "lines";

const jsonNames = /\.(?:json|tc)$/i;
const yamlNames = /\.(?:ya?ml|otm)$/i;
/** Keys of OTM at the beginning of a line; one is enough, whatever the file is called. */
const otmLine = /^(?:otmVersion|trustZones|dataflows)[ \t]*:/m;
// Blanks only, never line breaks: over those, each line would be searched to the end of the file.
const linesLine =
  /^[ \t]*(?:model|zone|actor|process|store|data|threat|mitigate|assume)[ \t]|^[ \t]*[\w-]+[ \t]*(?:<?->|<-)/m;

/** By content first, then by name. Null where neither tells. */
export function notationOf(text: string, fileName: string): Notation | null {
  if (/^\s*[{[]/.test(text)) return "json";
  if (otmLine.test(text)) return "yaml";
  if (linesLine.test(text) && !yamlNames.test(fileName)) return "lines";
  if (yamlNames.test(fileName)) return "yaml";
  if (jsonNames.test(fileName)) return "json";
  return null;
}

/** Which tool a value of JSON or YAML is of. */
export function formatOf(value: Json): Exclude<FormatName, "lines"> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(value, key));
  if (has("otmVersion")) return "otm";
  if (has("summary", "detail")) return "threat-dragon";
  if (has("schema") && ["applicationInfo", "threats", "mitigations"].some((key) => has(key))) {
    return "threat-composer";
  }
  if (has("format", "title")) return "loopwright";
  return null;
}
