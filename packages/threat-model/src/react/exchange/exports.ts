import {
  toCsv,
  toLines,
  toLoopwright,
  toMermaid,
  toOtm,
  toThreatComposer,
  toThreatDragon,
  type Written,
} from "../../formats/index.ts";
import type { Model } from "../../model/model.ts";

export type ExportFormat = {
  id: string;
  title: string;
  /** Whom it is for. */
  about: string;
  type: string;
  write: (model: Model) => Written;
};

export const exportFormats: readonly ExportFormat[] = [
  {
    id: "loopwright",
    title: "Loopwright",
    about: "The whole model as JSON, for version control and the command line.",
    type: "application/json",
    write: toLoopwright,
  },
  {
    id: "lines",
    title: "Typed lines",
    about: "The whole model as text, one thing a line.",
    type: "text/plain",
    write: toLines,
  },
  {
    id: "threat-composer",
    title: "Threat Composer",
    about: "Statements, mitigations and assumptions.",
    type: "application/json",
    write: toThreatComposer,
  },
  {
    id: "threat-dragon",
    title: "Threat Dragon 2",
    about: "The diagram, with its threats.",
    type: "application/json",
    write: toThreatDragon,
  },
  {
    id: "otm-yaml",
    title: "OTM, YAML",
    about: "The open exchange format, as people read it.",
    type: "application/yaml",
    write: (model) => toOtm(model, "yaml"),
  },
  {
    id: "otm-json",
    title: "OTM, JSON",
    about: "The open exchange format, as programs read it.",
    type: "application/json",
    write: (model) => toOtm(model, "json"),
  },
  {
    id: "csv",
    title: "CSV",
    about: "The list of threats, for a spreadsheet.",
    type: "text/csv",
    write: toCsv,
  },
  {
    id: "mermaid",
    title: "Mermaid",
    about: "The diagram, for a page in Markdown.",
    type: "text/plain",
    write: toMermaid,
  },
];
