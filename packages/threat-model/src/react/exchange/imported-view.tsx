import { Button, count } from "@loopwright/ui";

import { formatNames } from "../../formats/index.ts";
import type { Model } from "../../model/model.ts";
import styles from "./exchange.module.css";
import type { Imported } from "./use-import.ts";

type ImportedViewProps = {
  imported: Imported;
  /** The word for taking it where no model is replaced. */
  take?: string | undefined;
  onTake: () => void;
  onClose: () => void;
};

/** What a file holds, before anything is replaced. */
export function ImportedView({ imported, take, onTake, onClose }: ImportedViewProps) {
  const { model, format, fileName, notices } = imported;
  return (
    <div className={styles.read}>
      <p>
        <strong>{fileName}</strong> is {formatNames[format]}: {sizeOf(model)}.
      </p>
      <Told title="Read otherwise than written" lines={notices} />
      <div className={styles.buttons}>
        <Button onClick={onTake}>{take ?? "Replace the model with it"}</Button>
        <Button look="quiet" onClick={onClose}>
          Leave it
        </Button>
      </div>
      {take === undefined && <p className={styles.soft}>Undo brings the present model back.</p>}
    </div>
  );
}

const sizeOf = ({ elements, flows, zones, threats }: Model): string =>
  [
    count(elements.length, "element"),
    count(flows.length, "flow"),
    count(zones.length, "zone"),
    count(threats.length, "threat"),
  ].join(", ");

type ToldProps = { title: string; lines: readonly { where: string; message: string }[] };

const shortList = 6;

const Told = ({ title, lines }: ToldProps) =>
  lines.length === 0 ? null : (
    <details open={lines.length <= shortList}>
      <summary>
        {title}: {lines.length}
      </summary>
      <ul className={styles.told}>
        {lines.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            <code>{where}</code> {message}
          </li>
        ))}
      </ul>
    </details>
  );
