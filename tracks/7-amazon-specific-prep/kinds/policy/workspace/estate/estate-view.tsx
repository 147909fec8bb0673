import type { ReactNode } from "react";

import type { PolicyBrief } from "../../brief.ts";
import styles from "../policy.module.css";
import { PoliciesAt } from "./policies-at.tsx";

/** Accounts, who acts in them, what they own, and every policy that cannot be edited. */
export function EstateView({ brief }: { brief: PolicyBrief }) {
  const { accounts, principals, resources, endpoints } = brief.estate;
  const levels = [...new Set(accounts.flatMap((one) => one.levels ?? []))];
  const attached = "FullAWSAccess and RCPFullAWSAccess are attached";
  return (
    <div className={styles.estate}>
      <Accounts brief={brief} />
      {levels.length > 0 && (
        <Things title="Levels of the organisation">
          {levels.map((level) => (
            <Thing key={level} brief={brief} place={level} title={level} tail={attached} />
          ))}
        </Things>
      )}
      {principals.length > 0 && (
        <Things title="Who acts">
          {principals.map(({ id, title, arn, tags }) => (
            <Thing
              key={id}
              brief={brief}
              place={id}
              title={title}
              tail={arn}
              hint={inWords(tags)}
            />
          ))}
        </Things>
      )}
      <Things title="What is acted on">
        {resources.map(({ id, title, arn, account, tags }) => {
          const hint = [account ? `In account ${account}.` : "", inWords(tags)].join(" ").trim();
          return <Thing key={id} brief={brief} place={id} title={title} tail={arn} hint={hint} />;
        })}
        {endpoints.map(({ id, title, vpce, vpc, account }) => {
          const hint = `VPC endpoint of ${vpc} in account ${account}.`;
          return <Thing key={id} brief={brief} place={id} title={title} tail={vpce} hint={hint} />;
        })}
      </Things>
    </div>
  );
}

function Accounts({ brief }: { brief: PolicyBrief }) {
  const { accounts, organisation } = brief.estate;
  return (
    <Things title={organisation ? `Accounts; organisation ${organisation.id}` : "Accounts"}>
      {accounts.map(({ id, name, levels, management }) => {
        const hint = [
          management ? "Manages the organisation." : "",
          levels && levels.length > 0 ? `Below ${levels.join(", ")}.` : "",
          organisation && !levels ? "Outside of the organisation." : "",
        ];
        return (
          <Thing key={id} brief={brief} place={name} title={name} tail={id} hint={hint.join(" ")} />
        );
      })}
    </Things>
  );
}

const Things = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className={styles.title}>{title}</h2>
    <ul className={styles.things}>{children}</ul>
  </section>
);

type ThingProps = {
  brief: PolicyBrief;
  /** Where policies stand: an id, or the name of a level or an account. */
  place: string;
  title: string;
  tail: string;
  hint?: string;
};

const Thing = ({ brief, place, title, tail, hint = "" }: ThingProps) => (
  <li>
    <p className={styles.thing}>
      <strong>{title}</strong> <code>{tail}</code>
    </p>
    {hint.trim() !== "" && <p className={styles.hint}>{hint}</p>}
    <PoliciesAt brief={brief} place={place} />
  </li>
);

function inWords(tags: Record<string, string>): string {
  const pairs = Object.entries(tags).map(([name, value]) => `${name} = ${value}`);
  return pairs.length > 0 ? `Tags: ${pairs.join(", ")}.` : "";
}
