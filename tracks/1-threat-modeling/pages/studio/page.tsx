import { EmptyState, type PageProps } from "@loopwright/ui";

import { ModelList } from "./list/model-list.tsx";
import { OpenModel } from "./open/open-model.tsx";
import { usePlace } from "./use-place.ts";

/** The studio: models that are kept, and one of them open. */
export default function StudioPage({ documents, search, onSearch }: PageProps) {
  const { place, go, turn } = usePlace({ search, onSearch });
  if (!documents) {
    return (
      <EmptyState>
        <p>Models cannot be kept here.</p>
      </EmptyState>
    );
  }
  const open = (id: string, view?: string) => go({ model: id, ...(view && { view }) });
  return place.model === undefined ? (
    <ModelList documents={documents} onOpen={open} />
  ) : (
    <OpenModel
      // Another model is another page: no edit of one may end in the other.
      key={place.model}
      id={place.model}
      documents={documents}
      place={place}
      turn={turn}
      onClose={() => go({})}
      onOpen={open}
    />
  );
}
