import { impliedEncryption } from "../../model/protocols.ts";
import { graphOf } from "../../model/graph.ts";
import { CheckField, ChoiceField } from "../form/choice-field.tsx";
import { ControlsField, DescriptionField, TagsField } from "../form/common-fields.tsx";
import styles from "../form/form.module.css";
import { partOptions, protocolOptions } from "../form/options.ts";
import { nameMax, parseSlug, textUpTo } from "../form/parsed.ts";
import { PickMany, PickOne } from "../form/pick-fields.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PartFormProps } from "../form/use-part-edit.ts";
import { authenticationWords, choices, encryptionWords } from "../form/words.ts";
import { ScopeField } from "./scope-field.tsx";

/** Everything that a model says of a flow. */
export const FlowForm = ({ model, part, set, onSelect }: PartFormProps<"flows">) => (
  <div className={styles.form}>
    <TextField
      label="Name"
      value={part.name}
      parse={textUpTo(nameMax)}
      wide
      placeholder="What moves, or what for: upload"
      onChange={(name) => set({ name }, "Name")}
    />
    <FlowEnds {...{ model, part, set, onSelect }} />
    <FlowProtection {...{ model, part, set, onSelect }} />
    <PickMany
      label="Data that it carries"
      value={part.data}
      options={partOptions(model, ["data"])}
      placeholder="Add a data asset"
      onOpen={onSelect}
      onChange={(data) => set({ data }, "Data")}
    />
    <ControlsField value={part.controls} onChange={(controls) => set({ controls }, "Controls")} />
    <DescriptionField
      value={part.description}
      onChange={(description) => set({ description }, "Description")}
    />
    <TagsField value={part.tags} onChange={(tags) => set({ tags }, "Tags")} />
    <ScopeField value={part.outOfScope} onChange={(outOfScope) => set({ outOfScope }, "Scope")} />
  </div>
);

function FlowEnds({ model, part, set }: PartFormProps<"flows">) {
  const elements = partOptions(model, ["elements"]);
  return (
    <>
      <PickOne
        label="From"
        value={part.source}
        options={elements}
        onChange={(source) => source !== null && set({ source }, "Source")}
      />
      <PickOne
        label="To"
        value={part.target}
        options={elements}
        onChange={(target) => target !== null && set({ target }, "Target")}
      />
      <p className={`${styles.hint} ${styles.wide}`}>{crossingWords(model, part.id)}</p>
      <CheckField
        label="The answer carries data that matters too"
        checked={part.bidirectional}
        onChange={(bidirectional) => set({ bidirectional }, "Direction")}
      />
    </>
  );
}

/** What the flow crosses, in words: the first thing to know of it. */
function crossingWords(model: PartFormProps<"flows">["model"], id: string): string {
  const crossing = graphOf(model).crossing(id);
  if (crossing === null) return "An end of this flow is missing: choose an element.";
  if (!crossing.crosses) return `Stays inside, at trust ${crossing.to}.`;
  const left = crossing.left.map(({ name }) => name);
  const entered = crossing.entered.map(({ name }) => name);
  const ways = [
    left.length > 0 && `leaves ${left.join(", ")}`,
    entered.length > 0 && `enters ${entered.join(", ")}`,
  ].filter((one) => one !== false);
  const words = ways.join(" and ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: trust ${crossing.from} to ${crossing.to}.`;
}

const FlowProtection = ({ part, set }: PartFormProps<"flows">) => (
  <>
    <PickOne
      label="Protocol"
      value={part.protocol === "" ? null : part.protocol}
      options={protocolOptions}
      clearable
      free={parseSlug}
      placeholder="Not known yet"
      onChange={(chosen) => {
        const protocol = chosen ?? "";
        const implied = impliedEncryption(protocol);
        // What the protocol says by itself is taken over where nobody has said anything else.
        const silent = part.encryption === "unknown" && implied !== "unknown";
        set({ protocol, ...(silent && { encryption: implied }) }, "Protocol");
      }}
    />
    <ChoiceField
      label="Encryption"
      value={part.encryption}
      options={choices(encryptionWords)}
      onChange={(encryption) => set({ encryption }, "Encryption")}
    />
    <ChoiceField
      label="Authentication"
      value={part.authentication}
      options={choices(authenticationWords)}
      onChange={(authentication) => set({ authentication }, "Authentication")}
    />
  </>
);
