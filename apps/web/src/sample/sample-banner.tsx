import { Button } from "@loopwright/ui";

import styles from "./sample-banner.module.css";
import { useSample } from "./use-sample.ts";

/** On every page while the sample learner is shown: whose data it is, and the way back. */
export function SampleBanner() {
  const { shown, leave } = useSample();
  if (!shown) return null;
  return (
    <aside className={styles.banner} aria-label="Sample learner">
      <p>
        <strong>Sample learner.</strong> What is shown, and done, goes when it is left; own data is
        untouched.
      </p>
      <Button small disabled={leave.isPending} onClick={() => leave.mutate()}>
        Leave the sample
      </Button>
    </aside>
  );
}
