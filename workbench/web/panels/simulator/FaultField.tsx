import { Field, FieldLabel, FieldRow, InputBox, Select, ToggleSwitch } from '@rocket.chat/fuselage';
import { useId } from 'react';
import type { ChangeEvent } from 'react';
import type { FaultParam } from '../../simulator/documents/FaultKind';

/** What a field of a fault's form holds. */
export type FaultValue = string | number | boolean;

type Props = {
  readonly param: FaultParam;
  readonly value: FaultValue;
  readonly onChange: (value: FaultValue) => void;
};

/** One field of a fault's form, drawn by its declared type. */
export function FaultField({ param, value, onChange }: Props) {
  const id = useId();
  const label = <FieldLabel htmlFor={id}>{param.title || param.name}</FieldLabel>;
  if (param.type === 'switch') {
    return (
      <Field>
        <FieldRow>
          {label}
          <ToggleSwitch id={id} checked={value === true} onChange={() => onChange(value !== true)} />
        </FieldRow>
      </Field>
    );
  }
  return (
    <Field>
      {label}
      <FieldRow>
        {param.type === 'choice' ? (
          <Select
            id={id}
            aria-label={param.title}
            options={param.options.map((option) => [option, option] as const)}
            value={String(value)}
            onChange={onChange}
          />
        ) : (
          <InputBox
            id={id}
            type={param.type}
            value={String(value)}
            onChange={(event: ChangeEvent<HTMLInputElement>) =>
              onChange(param.type === 'number' ? Number(event.target.value) : event.target.value)
            }
          />
        )}
      </FieldRow>
    </Field>
  );
}
