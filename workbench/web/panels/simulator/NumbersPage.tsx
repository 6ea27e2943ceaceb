import { Button, ButtonGroup, Field, FieldLabel, FieldRow, TextInput } from '@rocket.chat/fuselage';
import type { ChangeEvent } from 'react';
import { useId, useState } from 'react';
import { readList } from '../../documents/readDocument';
import { PhoneNumber } from '../../simulator/documents/Customer';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { words } from '../../words';
import { copyText } from '../../workspace/actions/copyText';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';

/** The business numbers with the keys that connect them. */
export function NumbersPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const turn = useSimulatorState((state) => state.stateCount);
  const { value, error } = useFetched(
    async () => readList(PhoneNumber, await simulator.get('/state?reveal=1'), 'numbers'),
    turn,
  );
  const renew = (phoneNumber: string) =>
    void workspace.attempt(() => simulator.post(`/numbers/${encodeURIComponent(phoneNumber)}/key`));
  return (
    <>
      <p className="wb-panel-note">{words.simulator.numbersNote}</p>
      {error && <Refused reason={error} />}
      {value?.map(({ phoneNumber, displayName, apiKey = '', webhook, quality }) => (
        <div key={phoneNumber} className="wb-panel-card" data-number={phoneNumber}>
          <header>
            <strong>+{phoneNumber}</strong>
            <Status kind={webhook ? 'good' : 'plain'}>
              {webhook ? words.simulator.connected : words.simulator.notConnected}
            </Status>
          </header>
          <div>
            {displayName} <small>{quality}</small>
          </div>
          <div>
            <small>{words.simulator.key}</small> <code data-api-key>{apiKey}</code>
          </div>
          {webhook?.url && (
            <div>
              <small>{webhook.url}</small>
            </div>
          )}
          <ButtonGroup>
            <Button small onClick={() => void copyText(workspace, apiKey)}>
              {words.simulator.copyKey}
            </Button>
            <Button small onClick={() => renew(phoneNumber)}>
              {words.simulator.renewKey}
            </Button>
          </ButtonGroup>
        </div>
      ))}
      <AddNumber />
    </>
  );
}

/** Another business number. */
function AddNumber() {
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
