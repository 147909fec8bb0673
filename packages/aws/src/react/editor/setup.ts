import { indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { editing, frozen, reading } from "@loopwright/code-editor";

import { jsonTones } from "./json-tones.ts";
import { problemMarks } from "./problem-marks.ts";

export const readOnlySetup = (label: string): Extension => [reading(label, jsonTones), frozen];

export const editingSetup = (label: string): Extension => [
  reading(label, jsonTones),
  problemMarks,
  indentUnit.of("  "),
  editing,
];
