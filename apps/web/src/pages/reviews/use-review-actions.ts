import type { Rating } from "@loopwright/core";
import { useActions, type Action } from "@loopwright/ui";

import type { useReviews } from "./use-reviews.ts";

export const ratingWords: Record<Rating, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };
export const ratings: readonly Rating[] = [1, 2, 3, 4];

type Reviews = ReturnType<typeof useReviews>;

/** What can be done with the card at hand; buttons, keys and help read it from here. */
export function useReviewActions(reviews: Reviews, hasCard: boolean): void {
  const { shown, show, rate, suspend, undo, canUndo } = reviews;
  const front = hasCard && !shown;
  useActions([
    action("show", { title: "Show the back", keys: "Space", enabled: front, run: show }),
    action("show-too", { title: "Show the back", keys: "Enter", enabled: front, run: show }),
    ...ratings.map((rating) =>
      action(`rate-${rating}`, {
        title: ratingWords[rating],
        keys: String(rating),
        enabled: hasCard && shown,
        run: () => rate(rating),
      }),
    ),
    action("undo", { title: "Undo", keys: "z", enabled: canUndo, run: undo }),
    action("suspend", { title: "Suspend", keys: "s", enabled: hasCard, run: suspend }),
  ]);
}

const action = (id: string, rest: Omit<Action, "id" | "group">): Action => ({
  id: `reviews.${id}`,
  group: "This card",
  ...rest,
});
