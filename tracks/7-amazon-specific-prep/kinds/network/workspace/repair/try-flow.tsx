import { explainReach, reach, type Network, type Question } from "@loopwright/aws/network";
import { Button } from "@loopwright/ui";
import { useId, useState } from "react";

import styles from "./repair.module.css";

type Typed = { from: string; to: string; port: string };

/** Any connection, on the rules as they stand in the fields: free, and nothing is graded. */
export function TryFlow({ network }: { network: Network }) {
  const id = useId();
  const ends = [...new Set(network.interfaces.map((one) => one.instance ?? one.id))];
  const services = [...new Set(network.endpoints.map((one) => one.service))];
  const [flow, setFlow] = useState<Typed>({ from: ends[0] ?? "", to: "internet", port: "443" });
  const [asked, setAsked] = useState<Question | null>(null);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        Try a flow
      </h2>
      <form
        className={styles.tried}
        onSubmit={(event) => {
          event.preventDefault();
          const port = Math.min(Number(flow.port), 65_535);
          setAsked({ from: flow.from.trim(), to: flow.to.trim(), port });
        }}
      >
        <datalist id={`${id}-ends`}>
          {[...ends, ...services, "internet"].map((end) => (
            <option key={end} value={end} aria-label={end} />
          ))}
        </datalist>
        <Fields list={`${id}-ends`} flow={flow} onFlow={setFlow} />
        <Button type="submit" small>
          Try
        </Button>
      </form>
      <div aria-live="polite">{asked && <Way network={network} asked={asked} />}</div>
    </section>
  );
}

type FieldsProps = { list: string; flow: Typed; onFlow: (flow: Typed) => void };

const Fields = ({ list, flow, onFlow }: FieldsProps) => (
  <>
    {(["from", "to"] as const).map((name) => (
      <label key={name}>
        {name === "from" ? "From" : "To"}
        <input
          list={list}
          value={flow[name]}
          maxLength={80}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => onFlow({ ...flow, [name]: target.value })}
        />
      </label>
    ))}
    <label>
      TCP port
      <input
        inputMode="numeric"
        value={flow.port}
        maxLength={5}
        onChange={({ target }) => onFlow({ ...flow, port: target.value.replace(/\D/g, "") })}
      />
    </label>
  </>
);

function Way({ network, asked }: { network: Network; asked: Question }) {
  const { summary, lines } = explainReach(asked, reach(network, asked));
  return (
    <>
      <p className={styles.summary}>{summary}</p>
      <ol className={styles.steps}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two steps may read alike; they never move
          <li key={index}>{line}</li>
        ))}
      </ol>
    </>
  );
}
