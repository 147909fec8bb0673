import { emptyModel, model as modelShape, parseLines, type Model } from "@loopwright/threat-model";

/** A place in the learner's text that could not be read; everything else of it counts. */
export type DrawingProblem = { where: string; message: string };
type Drawing = { model: Model; problems: DrawingProblem[] };

/** Reads typed lines or JSON, leniently: what cannot be read is told, and the rest is graded. */
export function readDrawing(text: string): Drawing {
  if (text.trim() === "") return { model: emptyModel(""), problems: [] };
  return text.trimStart().startsWith("{") ? fromJson(text) : fromLines(text);
}

function fromLines(text: string): Drawing {
  const { model, problems } = parseLines(text);
  return {
    model,
    problems: problems.map(({ line, message, next }) => {
      return { where: `line ${line}`, message: `${message} ${next}` };
    }),
  };
}

function fromJson(text: string): Drawing {
  try {
    const parsed = modelShape.safeParse(JSON.parse(text));
    if (parsed.success) return { model: parsed.data, problems: [] };
    const [issue] = parsed.error.issues;
    const where = (issue?.path ?? []).join(".");
    return unreadable(where === "" ? "the drawing" : where, issue?.message ?? "unknown problem");
  } catch {
    return unreadable("the drawing", "It begins as JSON and is none.");
  }
}

const unreadable = (where: string, message: string): Drawing => ({
  model: emptyModel(""),
  problems: [{ where, message }],
});

/** Whether anything was drawn at all. */
export const isBlank = ({ elements, flows }: Model): boolean =>
  elements.length === 0 && flows.length === 0;

/** The drawing as it stands in a later stage: changed there, or as it was. */
export function drawingOf(
  answers: { draw?: { model: string } },
  later?: { model?: string | undefined },
): Drawing {
  const changed = later?.model;
  return readDrawing(changed !== undefined && changed.trim() !== "" ? changed : textOf(answers));
}
const textOf = ({ draw }: { draw?: { model: string } }): string => draw?.model ?? "";
