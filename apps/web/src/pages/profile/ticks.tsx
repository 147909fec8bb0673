import styles from "./profile-page.module.css";

type TicksProps<T> = {
  legend: string;
  note?: string;
  options: readonly { value: T; title: string }[];
  chosen: readonly T[];
  /** One that may not be changed now: the last language, the last day of work. */
  fixed: (value: T) => boolean;
  onChange: (chosen: T[]) => void;
};

/** Any of a few, in a row. */
export const Ticks = <T extends string | number>(props: TicksProps<T>) => {
  const { legend, note, options, chosen, fixed, onChange } = props;
  return (
    <fieldset className={styles.ticks}>
      <legend>{legend}</legend>
      <div className={styles.row}>
        {options.map(({ value, title }) => (
          <label key={value} className={styles.tick}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={fixed(value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === value ? event.target.checked : chosen.includes(one))),
                )
              }
            />
            {title}
          </label>
        ))}
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </fieldset>
  );
};
