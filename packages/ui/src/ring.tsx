import styles from "./ring.module.css";

type RingProps = {
  /** One entry for each "done means" line, in order: whether its evidence is there. */
  closed: readonly boolean[];
  sizePx: number;
  /** What it says; left out where words beside it say it already. */
  label?: string;
};

const gapDegrees = 8;
const full = 360;

/** Logo and readiness at once: an arc closes when the evidence of its line is there. */
export function Ring({ closed, sizePx, label }: RingProps) {
  const stepDegrees = full / closed.length;
  return (
    <svg
      className={styles.ring}
      width={sizePx}
      height={sizePx}
      viewBox="0 0 100 100"
      fill="none"
      strokeWidth="15"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {closed.map((isClosed, index) => {
        const path = arc(
          index * stepDegrees + gapDegrees / 2,
          (index + 1) * stepDegrees - gapDegrees / 2,
        );
        return <path key={path} className={isClosed ? styles.closed : styles.open} d={path} />;
      })}
    </svg>
  );
}

/** An arc of the circle of radius 42 around 50,50; 0° is at the top, clockwise. */
function arc(fromDegrees: number, toDegrees: number): string {
  return `M ${point(fromDegrees)} A 42 42 0 0 1 ${point(toDegrees)}`;
}

function point(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return `${(50 + 42 * Math.cos(radians)).toFixed(2)} ${(50 + 42 * Math.sin(radians)).toFixed(2)}`;
}
