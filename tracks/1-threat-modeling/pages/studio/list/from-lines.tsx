import { parseLines, type Model } from "@loopwright/threat-model";
import { Button, count, Dialog } from "@loopwright/ui";
import { useState } from "react";

import styles from "../studio.module.css";

type FromLinesProps = { busy: boolean; onModel: (model: Model) => void; onClose: () => void };

const example = `model Photo sharing
zone internet 0
zone cloud 80: AWS account
actor customer in internet
process api in cloud: Photo API <aws-lambda>
store photos in cloud <s3>
customer -> api: upload [HTTPS, session]
api -> photos: keep [AWS API, sigv4]`;

/** A model that is typed, or pasted, before it is drawn. */
export function FromLines({ busy, onModel, onClose }: FromLinesProps) {
  const [text, setText] = useState("");
  const { model, problems } = parseLines(text);
  const [first] = problems;
  const isEmpty = text.trim() === "";
  return (
    <Dialog title="A model from typed lines" onClose={onClose}>
      <label className={styles.typed}>
        <span>One thing a line: zones, elements, flows</span>
        <textarea
          data-first-focus
          rows={12}
          spellCheck={false}
          placeholder={example}
          value={text}
          aria-describedby="from-lines-state"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p id="from-lines-state" className={styles.soft}>
        {first
          ? `Line ${first.line}: ${first.message} ${first.next}`
          : isEmpty
            ? "An example stands in the field."
            : `${count(model.elements.length, "element")}, ${count(model.flows.length, "flow")}, ${count(model.zones.length, "zone")}.`}
      </p>
      <div className={styles.ways}>
        <Button
          look="primary"
          disabled={busy || isEmpty || problems.length > 0}
          onClick={() => onModel(titled(model))}
        >
          Make the model
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}

const titled = (model: Model): Model =>
  model.title.trim() === "" ? { ...model, title: "Untitled model" } : model;
