import { Button, Field, FieldLabel, FieldRow, InputBox, Select, ToggleSwitch } from '@rocket.chat/fuselage';
import type { ChangeEvent } from 'react';
import { useId, useState } from 'react';
import type { FaultKind, FaultParam } from '../../simulator/documents/Fault';
import { words } from '../../words';

/** The form that a kind of fault declares. */
export function FaultForm({ kind, onAdd }: { readonly kind: FaultKind; readonly onAdd: (fault: object) => void }) {
  const [values, setValues] = useState<Readonly<Record<string, FaultValue>>>(() =>
    Object.fromEntries(kind.params.map((param) => [param.name, param.default])),
  );
  const [times, setTimes] = useState('1');
  const id = useId();
  return (
    <form
      data-fault-form={kind.id}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ kind: kind.id, params: values, times: times === '' ? null : Number(times) });
      }}
    >
      <p className="wb-panel-note">{kind.description}</p>
      {kind.params.map((param) => (
        <FaultField
          key={param.name}
          param={param}
          value={values[param.name] ?? param.default}
          onChange={(value) => setValues({ ...values, [param.name]: value })}
        />
      ))}
      <Field>
        <FieldLabel htmlFor={id}>{words.simulator.times}</FieldLabel>
        <FieldRow>
          <InputBox
            id={id}
            type="number"
            min={1}
            value={times}
            placeholder={words.simulator.untilRemoved}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setTimes(event.target.value)}
          />
        </FieldRow>
      </Field>
      <Button primary type="submit">
        {words.simulator.switchOn}
      </Button>
    </form>
  );
}

/** What a field of a fault's form holds. */
type FaultValue = string | number | boolean;

type Props = {
  readonly param: FaultParam;
  readonly value: FaultValue;
  readonly onChange: (value: FaultValue) => void;
};

/** One field of a fault's form, drawn by its declared type. */
function FaultField({ param, value, onChange }: Props) {
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
