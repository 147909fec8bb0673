import { useSyncExternalStore } from "react";

const query = "(max-width: 720px)";

const subscribe = (listener: () => void) => {
  const media = matchMedia(query);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
};

/** Whether this is the width of a phone, where words take the place of the drawing. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(query).matches);
