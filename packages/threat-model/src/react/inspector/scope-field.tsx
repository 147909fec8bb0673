import { CheckField } from "../form/choice-field.tsx";
import { TextField } from "../form/text-field.tsx";

type Scope = { reason: string } | null;
type ScopeFieldProps = { value: Scope; onChange: (value: Scope) => void };

/** Out of scope, and why: nobody who reads the model later has to guess. */
export const ScopeField = ({ value, onChange }: ScopeFieldProps) => (
  <>
    <CheckField
      label="Out of scope"
      checked={value !== null}
      onChange={(checked) => onChange(checked ? { reason: "" } : null)}
    />
    {value !== null && (
      <TextField
        label="Why it is out of scope"
        value={value.reason}
        rows={1}
        {...(value.reason.trim() === "" && {
          hint: "A reason is owed: who looks after it instead, or why it cannot be harmed.",
        })}
        onChange={(reason) => onChange({ reason })}
      />
    )}
  </>
);
