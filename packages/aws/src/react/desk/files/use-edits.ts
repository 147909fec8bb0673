import { announce } from "@loopwright/ui";
import { useState } from "react";

type Kept = Readonly<Record<string, string>>;
type Shown = { message: string; next: string };

/** What was typed into files and not saved yet, by path. */
export function useEdits(files: Kept, onSave: (path: string, text: string) => Promise<void>) {
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const [error, setError] = useState<Shown | null>(null);
  const saved = (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined);
  const drop = (path: string, text?: string) =>
    setEdits((now) => {
      // What was typed while it was being saved is not saved.
      if (text !== undefined && now.get(path) !== text) return now;
      return new Map([...now].filter(([one]) => one !== path));
    });
  return {
    error,
    paths: [...new Set([...Object.keys(files), ...edits.keys()])].toSorted((a, b) =>
      a.localeCompare(b),
    ),
    textOf: (path: string) => edits.get(path) ?? saved(path) ?? "",
    isSaved: (path: string) => !edits.has(path),
    edit: (path: string, text: string) =>
      text === saved(path) ? drop(path) : setEdits((now) => new Map(now).set(path, text)),
    save: async (path: string) => {
      const text = edits.get(path);
      if (text === undefined) return;
      setError(null);
      try {
        await onSave(path, text);
        drop(path, text);
        announce(`Saved ${path}.`);
      } catch (cause) {
        setError(cause as Shown);
      }
    },
  };
}
