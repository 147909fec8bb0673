import { createContext } from "react";

/** What all parts on a canvas need to know; it changes rarely, never while something is dragged. */
export type CanvasState = {
  readOnly: boolean;
  /** Id of the part whose name is being typed. */
  editing: string | null;
  /** Id of the element from which a flow is being drawn; "" while the first end is still to be chosen. */
  connecting: string | null;
  /** Ends typing a name; null leaves the part as it was. */
  named: (id: string, name: string | null) => void;
  startFlow: (from: string | null) => void;
  resized: (zone: string) => void;
};

const nothing = () => undefined;

/** Without a canvas around it, a part is only shown. */
export const shownOnly: CanvasState = {
  readOnly: true,
  editing: null,
  connecting: null,
  named: nothing,
  startFlow: nothing,
  resized: nothing,
};

export const CanvasContext = createContext<CanvasState>(shownOnly);
