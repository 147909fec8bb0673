import { defaultBar, type PassBar } from "@loopwright/core/score";
import { createContext, use } from "react";

/** The bar of the kind at hand; the shell provides it, so that no workspace has to pass it on. */
export const PassBarContext = createContext<PassBar>(defaultBar);

export const usePassBar = (): PassBar => use(PassBarContext);

/**
 * The bar in words. One figure where a kind judges what ran; where prose is judged, what was not found
 * may have been said, so the bar asks what is proven and what is still possible.
 */
export function barWords({ low, high, essential }: PassBar): string {
  if (high <= low) return `passes at ${low}`;
  const points = essential === "met" ? "every essential point met" : "no essential point missed";
  return `passes with ${low} proven, ${high} still possible and ${points}`;
}
