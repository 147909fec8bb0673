import { keyParts } from "./actions/keys.ts";
import { classNames } from "./class-names.ts";
import styles from "./kbd.module.css";

/** Keys as they are pressed: "Mod+k", "g t", "Enter". `plain` leaves out the key caps. */
export function Kbd({ keys, plain = false }: { keys: string; plain?: boolean }) {
  return (
    <span className={classNames(styles.keys, plain && styles.plain)}>
      {keyParts(keys).map((part, index, all) => (
        <kbd key={all.slice(0, index + 1).join(" ")} className={styles.key}>
          {part}
        </kbd>
      ))}
    </span>
  );
}
