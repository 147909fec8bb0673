import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { globalCompletion, localCompletionSource } from "@codemirror/lang-python";
import type { Extension } from "@codemirror/state";

type Offer = { label: string; type: string; detail?: string };

/** What may stand at an offset of a program; null where nothing is known of it. */
export type OffersAt = (text: string, at: number) => { from: number; offers: Offer[] } | null;

/**
 * Completion in Python: what `offersAt` knows, else names of the program itself, keywords and built-in functions.
 * It opens while one types or at Control+Space; Enter takes what is chosen, Escape closes it.
 */
export const completing = (offersAt: OffersAt): Extension =>
  autocompletion({ override: [sourceOf(offersAt)], icons: false, maxRenderedOptions: 60 });

const sourceOf =
  (offersAt: OffersAt) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const known = offersAt(context.state.doc.toString(), context.pos);
    if (known) return { from: known.from, options: known.offers, validFor: /^\w*=?$/ };
    // After a dot any other name would be a guess.
    if (context.matchBefore(/\.\w*$/)) return null;
    const [local, global] = [localCompletionSource(context), await globalCompletion(context)];
    const first = local ?? global;
    if (!first) return null;
    return { from: first.from, options: [...(local?.options ?? []), ...(global?.options ?? [])] };
  };
