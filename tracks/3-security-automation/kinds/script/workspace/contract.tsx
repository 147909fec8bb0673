import type { ScriptBrief } from "../brief.ts";
import styles from "./script.module.css";

/** What the program has to print and how it has to end. */
export const Contract = ({ brief: { entry, runsAs, output, exits } }: { brief: ScriptBrief }) => (
  <section aria-label="What the program does">
    <h2 className={styles.title}>
      <code>{entry}</code>
    </h2>
    {runsAs && <p>Runs as: {runsAs}.</p>}
    <h3 className={styles.title}>Standard output, for example</h3>
    <pre className={styles.output}>{JSON.stringify(output.example, null, 2)}</pre>
    <details>
      <summary>As JSON Schema</summary>
      <pre className={styles.output}>{JSON.stringify(output.schema, null, 2)}</pre>
    </details>
    <h3 className={styles.title}>Exit codes</h3>
    <dl className={styles.exits}>
      {exits.map(({ code, when }) => (
        <div key={code}>
          <dt>{code}</dt>
          <dd>{when}</dd>
        </div>
      ))}
    </dl>
  </section>
);
