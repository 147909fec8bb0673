import { freshId } from "../../model/ids.ts";

/** "Photo sharing" → "photo-sharing.tc.json". */
export const fileNameOf = (title: string, extension: string): string =>
  `${freshId(title, new Set(), "threat-model")}.${extension}`;

export const printedJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
