import { Button, ErrorNotice } from "@loopwright/ui";

import { shownError } from "../api/request.ts";
import styles from "../pages/data/data-page.module.css";
import { Progress, useWork } from "../pages/data/progress.tsx";
import { useSample } from "./use-sample.ts";

/** Loads the sample learner, and leaves it. Fit to stand wherever somebody may want to look around. */
export function SampleSection() {
  const { shown, load, leave, cancel } = useSample();
  const elsewhere = useWork(load.isPending, ["sample"]) !== null;
  const loading = load.isPending || (elsewhere && !shown);
  const failed = load.error ?? leave.error ?? cancel.error;
  return (
    <>
      <p className={styles.text}>
        A made-up learner, five weeks in: some 60 attempts with answers from the drills, graded as
        any other. It takes a minute or two, and touches nothing that is here.
      </p>
      {loading && <Progress expected of={["sample"]} />}
      {failed && <ErrorNotice error={shownError(failed)} />}
      <div className={styles.buttons}>
        {shown ? (
          <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
            Leave the sample
          </Button>
        ) : loading ? (
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        ) : (
          <Button onClick={() => load.mutate()}>Load the sample learner</Button>
        )}
      </div>
    </>
  );
}
