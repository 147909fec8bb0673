import { Button, Dialog, Kbd, useOfferedActions, type Action } from "@loopwright/ui";

import styles from "./help.module.css";

/** The keys of this page, from the same list that binds them. */
export default function Help({ onClose }: { onClose: () => void }) {
  const groups = byGroup(useOfferedActions());
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className={styles.groups}>
        {[...groups].map(([group, actions]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.name}>{group}</h3>
            <dl>
              {actions.map(({ id, title, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{title}</dt>
                  <dd>{keys && <Kbd keys={keys} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

/** Groups in reverse order of arrival: what belongs to this page comes before what is always there. */
export function byGroup(actions: readonly Action[]): Map<string, Action[]> {
  const bound = actions.filter(({ keys }) => keys !== undefined);
  const names = [...new Set(bound.map(({ group }) => group))].toReversed();
  return new Map(names.map((name) => [name, bound.filter(({ group }) => group === name)]));
}
