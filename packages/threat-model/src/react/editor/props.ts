import type { Model } from "../../model/model.ts";

/**
 * Takes the model as it is after one edit. `label` names the edit in the undo button: "Rename Photo API".
 * Edits that follow each other quickly with the same `field` ("photo-api.name") are undone as one; without
 * it each stands alone.
 */
export type Apply = (next: Model, label: string, field?: string) => void;

/** Where everything is drawn, in pixels of the canvas: upper left corners of elements, boxes of zones. */
export type Layout = {
  elements: ReadonlyMap<string, { x: number; y: number }>;
  zones: ReadonlyMap<string, { x: number; y: number; width: number; height: number }>;
};

/** What every panel of the editor takes. The parent holds the model and the selection. */
export type EditorProps = {
  model: Model;
  apply: Apply;
  /** Id of an element, a flow, a zone, or any other part with an id. */
  selected: string | null;
  onSelect: (id: string | null) => void;
  readOnly?: boolean;
  layout: Layout;
};
