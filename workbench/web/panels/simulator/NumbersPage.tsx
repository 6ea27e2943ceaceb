import { Button, ButtonGroup } from '@rocket.chat/fuselage';
import { readList } from '../../documents/readList';
import { PhoneNumber } from '../../simulator/documents/PhoneNumber';
import { useSimulator } from '../../simulator/useSimulator';
import { useSimulatorState } from '../../simulator/useSimulatorState';
import { words } from '../../words';
import { copyText } from '../../workspace/actions/copyText';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused } from '../parts/Refused';
import { Status } from '../parts/Status';
import { useFetched } from '../parts/useFetched';
import { AddNumber } from './AddNumber';

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
