import { announce, Button } from "@loopwright/ui";
import { useId, useMemo, useState } from "react";

import type { Model } from "../../model/model.ts";
import { ChoiceField } from "../form/choice-field.tsx";
import { download } from "./download.ts";
import styles from "./exchange.module.css";
import { exportFormats } from "./exports.ts";

/** Choose a format, see what it cannot hold, then download. */
export function ExportList({ model }: { model: Model }) {
  const id = useId();
  const [chosen, setChosen] = useState(exportFormats[0]!.id);
  const format = exportFormats.find((one) => one.id === chosen) ?? exportFormats[0]!;
  const written = useMemo(() => format.write(model), [format, model]);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Take out
      </h2>
      <ChoiceField
        label="Format"
        value={format.id}
        options={exportFormats.map(({ id, title }) => ({ value: id, title }))}
        hint={format.about}
        onChange={setChosen}
      />
      <Losses title="This file cannot hold" empty="Nothing is lost." lines={written.lost} />
      <Losses title="To know before it is opened elsewhere" lines={written.notes} />
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            download(written, format.type);
            announce(`${written.fileName} is downloaded.`);
          }}
        >
          Download {written.fileName}
        </Button>
      </div>
    </section>
  );
}

type LossesProps = { title: string; empty?: string; lines: readonly string[] };

function Losses({ title, empty, lines }: LossesProps) {
  if (lines.length === 0)
    return empty === undefined ? null : <p className={styles.soft}>{empty}</p>;
  return (
    <div>
      <h3 className={styles.soft}>{title}</h3>
      <ul className={styles.told}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
