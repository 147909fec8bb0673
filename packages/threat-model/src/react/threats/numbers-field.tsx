import type { Parsed } from "../form/parsed.ts";
import { PickMany } from "../form/pick-fields.tsx";

type NumbersFieldProps = {
  label: string;
  prefix: string;
  value: readonly number[];
  parse: (text: string) => Parsed<number>;
  onChange: (value: number[]) => void;
};

/** Numbers of a public list, such as CWE-89, each as a chip. */
export const NumbersField = ({ label, prefix, value, parse, onChange }: NumbersFieldProps) => (
  <PickMany
    label={label}
    value={value.map(String)}
    options={value.map((one) => ({ id: String(one), title: `${prefix}-${one}` }))}
    free={(text) => {
      const parsed = parse(text);
      return "value" in parsed ? { value: String(parsed.value) } : parsed;
    }}
    placeholder={`Add a number: ${prefix}-79`}
    onChange={(ids) => onChange(ids.map(Number))}
  />
);
