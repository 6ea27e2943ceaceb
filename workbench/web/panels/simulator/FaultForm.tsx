import { Button, Field, FieldLabel, FieldRow, InputBox } from '@rocket.chat/fuselage';
import { useId, useState } from 'react';
import type { ChangeEvent } from 'react';
import type { FaultKind } from '../../simulator/documents/FaultKind';
import { words } from '../../words';
import { FaultField } from './FaultField';
import type { FaultValue } from './FaultField';

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
