import { useState } from "react";

const keyOf = (attemptId: string) => `loopwright.viewed.${attemptId}`;

/**
 * Files ticked as viewed, for as long as the window is open. They are no part of the answer: an attempt
 * that is taken up again another day is better read again.
 */
export function useViewed(attemptId: string | null) {
  const [viewed, setViewed] = useState<ReadonlySet<string>>(() => new Set(stored(attemptId)));
  return {
    viewed,
    setViewed: (file: string, wanted: boolean): void => {
      const next = new Set(viewed);
      if (wanted) next.add(file);
      else next.delete(file);
      setViewed(next);
      if (attemptId !== null) keep(attemptId, [...next]);
    },
  };
}

function stored(attemptId: string | null): string[] {
  if (attemptId === null) return [];
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    // Storage may be off, or hold something else; nothing is ticked then.
    return [];
  }
}

function keep(attemptId: string, files: string[]): void {
  try {
    sessionStorage.setItem(keyOf(attemptId), JSON.stringify(files));
  } catch {
    // Ticks then last until the page is left.
  }
}
