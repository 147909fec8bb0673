import { InlineCode } from "@loopwright/ui";

import styles from "./desk.module.css";

type CommandsViewProps = { title: string; note: string; commands: readonly string[] };

/** What somebody ran who got through. The text can be copied as it stands. */
export const CommandsView = ({ title, note, commands }: CommandsViewProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
  <section className={styles.told} aria-label={title} tabIndex={0}>
    {note !== "" && (
      <p className={styles.read}>
        <InlineCode text={note} />
      </p>
    )}
    {commands.length > 0 ? (
      <pre className={styles.commands}>{commands.map((one) => one.trim()).join("\n\n")}</pre>
    ) : (
      <p>Nothing was run in this stage.</p>
    )}
  </section>
);
