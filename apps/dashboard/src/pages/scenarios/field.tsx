// One value of the form: its words, its path, and what is wrong with it.
import { useId, type ReactNode } from 'react';
import type { Fault } from './faults';
import type { Field } from './form-of';

interface Props {
  readonly field: Field;
  readonly label: ReactNode;
  /** Its path below what stands above the field; the whole path where left out. */
  readonly shown?: string | undefined;
  readonly fault: Fault | undefined;
  readonly onChange: (path: readonly string[], value: string) => void;
  readonly onFocus: (path: readonly string[]) => void;
}

export function FieldInput({ field, label, shown, fault, onChange, onFocus }: Props): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <span className="mono path">{shown ?? field.path.join('.')}</span>
      </label>
      <input
        id={id}
        value={field.text}
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onChange(field.path, event.target.value)}
        onFocus={() => onFocus(field.path)}
      />
      <FaultNote fault={fault} id={`${id}-fault`} />
    </div>
  );
}

export function FaultNote({ fault, id }: { readonly fault: Fault | undefined; readonly id: string }): ReactNode {
  if (!fault) return null;
  return (
    <p className="label fault-note" id={id}>
      {fault.reason} <span className="mend">{fault.mend}</span>
    </p>
  );
}
