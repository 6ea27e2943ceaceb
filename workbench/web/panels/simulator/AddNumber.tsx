import { Button, Field, FieldLabel, FieldRow, TextInput } from '@rocket.chat/fuselage';
import { useId, useState } from 'react';
import type { ChangeEvent } from 'react';
import { useSimulator } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';

/** Another business number. */
export function AddNumber() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [phoneNumber, setPhoneNumber] = useState('');
  const id = useId();
  const add = async () => {
    if (await workspace.attempt(() => simulator.post('/numbers', { phoneNumber }))) {
      setPhoneNumber('');
    }
  };
  return (
    <Field>
      <FieldLabel htmlFor={id}>{words.simulator.addNumber}</FieldLabel>
      <FieldRow>
        <TextInput
          id={id}
          value={phoneNumber}
          placeholder="+55 11 5555-0199"
          onChange={(event: ChangeEvent<HTMLInputElement>) => setPhoneNumber(event.target.value)}
        />
        <Button disabled={phoneNumber.trim() === ''} onClick={() => void add()}>
          {words.simulator.add}
        </Button>
      </FieldRow>
    </Field>
  );
}
