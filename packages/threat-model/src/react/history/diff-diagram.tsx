import type { ModelDiff } from "../../diff/diff.ts";
import type { Model } from "../../model/model.ts";

type DiffDiagramProps = {
  before: Model;
  after: Model;
  diff: ModelDiff;
  selected: string | null;
  onSelect: (id: string | null) => void;
};

export const DiffDiagram = (_props: DiffDiagramProps) => null;
