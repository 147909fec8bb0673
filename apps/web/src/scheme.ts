import type { Settings } from "@loopwright/server";

/** index.html reads the same key before the first paint. */
const key = "loopwright.scheme";

/** Light, dark, or as the system has it. Kept in the browser too, so that the first paint is right. */
export function applyScheme(scheme: Settings["scheme"]): void {
  const { dataset } = document.documentElement;
  if (scheme === "system") delete dataset.scheme;
  else dataset.scheme = scheme;
  try {
    localStorage.setItem(key, scheme);
  } catch {
    // Without storage the scheme is applied a moment later, when the settings arrive.
  }
}
