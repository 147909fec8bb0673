import type { PageProps } from "@loopwright/ui";
import { useCallback, useEffect, useRef, useState } from "react";

/** Where in the studio somebody is; all of it stands in the address. */
export type Place = {
  /** Id of the document that is open. */
  model?: string;
  view?: string;
  /** Which side of the model is shown: canvas, outline or lines. */
  side?: string;
  /** Id of the selected part. */
  part?: string;
};

/** The place of now, at once; the address follows it, and leads it when somebody goes back. */
export function usePlace({ search, onSearch }: Pick<PageProps, "search" | "onSearch">) {
  const [place, setPlace] = useState<Place>(() => placeOf(search));
  const sent = useRef(JSON.stringify(placeOf(search)));
  const newest = useRef(place);
  useEffect(() => {
    const given = placeOf(search);
    if (JSON.stringify(given) === sent.current) return;
    sent.current = JSON.stringify(given);
    newest.current = given;
    setPlace(given);
  }, [search]);
  const go = useCallback(
    (next: Place, options?: { replace?: boolean }) => {
      const clean = placeOf(next);
      newest.current = clean;
      sent.current = JSON.stringify(clean);
      setPlace(clean);
      onSearch({ ...clean }, options);
    },
    [onSearch],
  );
  /** Changes some of it, without a step for the back button. */
  const turn = useCallback(
    (patch: { [K in keyof Place]: Place[K] | null }) =>
      go(withoutNull({ ...newest.current, ...patch }), { replace: true }),
    [go],
  );
  return { place, go, turn };
}

const keys = ["model", "view", "side", "part"] as const;

function placeOf(search: Readonly<Record<string, string>> | Place): Place {
  const given = search as Readonly<Record<string, string | undefined>>;
  return Object.fromEntries(keys.flatMap((key) => (given[key] ? [[key, given[key]]] : [])));
}

const withoutNull = (place: Record<string, string | null | undefined>): Place =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));
