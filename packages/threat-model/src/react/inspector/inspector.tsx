import { Button } from "@loopwright/ui";

import type { ListName } from "../../model/model.ts";
import { remove } from "../../model/remove.ts";
import type { EditorProps } from "../editor/props.ts";
import { nameOfPart, partOf, partWords, type Part } from "../form/part.ts";
import { usePartEdit, type PartFormProps } from "../form/use-part-edit.ts";
import { ThreatForm } from "../threats/threat-form.tsx";
import { AssumptionForm } from "./assumption-form.tsx";
import { DataForm } from "./data-form.tsx";
import { ElementForm } from "./element-form.tsx";
import { FlowForm } from "./flow-form.tsx";
import styles from "./inspector.module.css";
import { MitigationForm } from "./mitigation-form.tsx";
import { ModelForm } from "./model-form.tsx";
import { ZoneForm } from "./zone-form.tsx";

type InspectorProps = Pick<EditorProps, "model" | "apply" | "selected" | "onSelect" | "readOnly">;

/** The typed form of what is selected; of the model itself while nothing is. */
export function Inspector({ model, apply, selected, onSelect, readOnly = false }: InspectorProps) {
  const found = partOf(model, selected);
  return (
    <section className={styles.inspector} aria-label="Selected part">
      <header className={styles.head}>
        <h2 className={styles.title}>{found === null ? "The model" : partWords[found.list]}</h2>
        {found !== null && <code className={styles.id}>{found.part.id}</code>}
        {found !== null && !readOnly && (
          <Button
            look="quiet"
            small
            onClick={() => {
              apply(remove(model, [found.part.id]), `Delete ${nameOfPart(found)}`);
              onSelect(null);
            }}
          >
            Delete
          </Button>
        )}
      </header>
      <fieldset disabled={readOnly} className={styles.fields}>
        {found === null ? (
          <ModelForm model={model} apply={apply} />
        ) : (
          // Another part is another form: no draft of one may end in the other.
          <PartForm key={found.part.id} {...{ model, apply, onSelect }} found={found} />
        )}
      </fieldset>
    </section>
  );
}

type PartFormOfProps = Pick<EditorProps, "model" | "apply" | "onSelect"> & { found: Part };

/** The form that belongs to the list of a part. */
export function PartForm({ found, model, apply, onSelect }: PartFormOfProps) {
  // A union of lists edits its own member each; the cast says what `found.list` already proves.
  const set = usePartEdit({ model, apply }, found as { list: ListName; part: Part["part"] });
  const props = { model, part: found.part, set, onSelect, apply } as unknown as AnyForm;
  const forms = {
    zones: ZoneForm,
    elements: ElementForm,
    flows: FlowForm,
    data: DataForm,
    assumptions: AssumptionForm,
    threats: ThreatForm,
    mitigations: MitigationForm,
  } as const;
  const Form = forms[found.list] as (props: AnyForm) => React.ReactNode;
  return <Form {...props} />;
}

type AnyForm = PartFormProps<ListName> & Pick<EditorProps, "apply">;
