import { useMemo } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { readScan, type Scan } from "../../scan.ts";

/** What the scanner said; null where none stands beside the code. */
export function useScan({ scan }: ReviewBrief, files: Record<string, string>): Scan | null {
  const text = scan === undefined ? undefined : files[scan];
  return useMemo(() => (text === undefined ? null : readScan(text)), [text]);
}
