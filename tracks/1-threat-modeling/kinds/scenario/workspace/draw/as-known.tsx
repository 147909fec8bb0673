import type { StageProps } from "@loopwright/ui";

import type { ScenarioBrief } from "../../material/brief.ts";
import type { Reply } from "../../live.ts";
import { clarifyDraft } from "../shared/drafts.ts";
import styles from "./as-known.module.css";

/** Beside the drawing: the size of the system, and what the conversation brought. */
export function AsKnown({ brief, earlier, live }: Pick<StageProps, "brief" | "earlier" | "live">) {
  const { scale, change } = brief as unknown as ScenarioBrief;
  const { scope, assumptions } = clarifyDraft(earlier["clarify"]?.draft ?? null);
  const facts = (live?.log ?? [])
    .map(({ seq, view }) => ({ seq, ...(view as unknown as Reply) }))
    .filter(({ topics }) => topics.length > 0);
  return (
    <div className={styles.known}>
      {change && <Fact title="The change" text={change} />}
      <Fact title="Load" text={scale.load} />
      <Fact title="Tenants" text={scale.tenants} />
      <Fact title="Blast radius" text={scale.blastRadius} />
      {facts.map(({ seq, says }) => (
        <Fact key={seq} title={seq === facts[0]?.seq ? "From the conversation" : ""} text={says} />
      ))}
      {scope.trim() !== "" && <Fact title="Scope" text={scope} />}
      {assumptions.trim() !== "" && <Fact title="Assumptions" text={assumptions} />}
    </div>
  );
}

const Fact = ({ title, text }: { title: string; text: string }) => (
  <section>
    {title !== "" && <h3 className={styles.title}>{title}</h3>}
    <p className={styles.text}>{text}</p>
  </section>
);
