import styles from "./lines.module.css";

const sample = `zone cloud 80: AWS account
data photo confidential: Photos (personal)
actor customer in internet <person>
process api in cloud: Photo API <aws-lambda> [rate limit]
store photos in cloud <s3> [encryption-at-rest] {photo}
customer -> api: upload [HTTPS, session] {photo}
threat t1 TI 4x5 on api by m1: Uploads are replaced
mitigate m1 done: Sign every upload`;

/** How a line is written, on request. */
export const LinesHelp = () => (
  <details className={styles.help}>
    <summary>How lines are written</summary>
    <pre className={styles.sample}>{sample}</pre>
    <ul>
      <li>
        <code>&lt;technology&gt;</code>, <code>[protocol, authentication, controls]</code>,{" "}
        <code>{"{data}"}</code> and <code>#tag</code> stand behind a line in any order.
      </li>
      <li>
        <code>-&gt;</code> goes one way, <code>&lt;-&gt;</code> both ways.{" "}
        <code>no encryption</code> and <code>no authentication</code> say so.
      </li>
      <li>
        Indented lines below carry the rest: <code>description: …</code>, <code>owner: …</code>.
      </li>
      <li>
        <code>#</code> begins a line that is not read.
      </li>
    </ul>
  </details>
);
