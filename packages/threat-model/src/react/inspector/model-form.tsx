import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";
import styles from "../form/form.module.css";
import { nameMax, parseName, textUpTo } from "../form/parsed.ts";
import { TextField } from "../form/text-field.tsx";

type ModelFormProps = { model: Model; apply: Apply };

/** What a model says of itself: shown while no part of it is selected. */
export const ModelForm = ({ model, apply }: ModelFormProps) => (
  <div className={styles.form}>
    <TextField
      label="Title"
      value={model.title}
      parse={parseName}
      wide
      onChange={(title) => apply({ ...model, title }, "Title of the model", "title")}
    />
    <TextField
      label="Owner"
      value={model.owner}
      parse={textUpTo(nameMax)}
      wide
      onChange={(owner) => apply({ ...model, owner }, "Owner of the model", "owner")}
    />
    <TextField
      label="What it is about"
      value={model.description}
      rows={4}
      placeholder="What is built, for whom, under which load; what is out of scope"
      onChange={(description) =>
        apply({ ...model, description }, "Description of the model", "description")
      }
    />
  </div>
);
