import { readList } from '../../documents/readDocument';
import { LoggedRequest } from '../../simulator/documents/LoggedRequest';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { clockTime } from '../../state/format';
import { Json, LogList, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';

/** An address as people read it: commas instead of their codes. */
const readable = (path: string): string => path.replaceAll('%2C', ', ');

/** The app's requests to 360dialog, newest first. */
export function RequestsPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const turn = useSimulatorState((state) => state.requestCount);
  const { value, error, reload } = useFetched(
    async () => readList(LoggedRequest, { list: await simulator.get('/requests?limit=200') }, 'list'),
    turn,
  );
  const clear = async () => {
    await workspace.attempt(() => simulator.request('DELETE', '/requests'));
    reload();
  };
  return (
    <LogList rows={value} error={error} none={words.simulator.noRequests} onClear={() => void clear()}>
      {[...(value ?? [])]
        .sort((a, b) => b.id - a.id)
        .map((request) => (
          <details key={request.id} className="wb-panel-card">
            <summary>
              <span>
                <strong>{request.method}</strong> {readable(request.path)}
              </span>
              <small>{request.ms} ms</small>
              <Status kind={request.status >= 200 && request.status < 300 ? 'good' : 'bad'}>
                {request.status || words.simulator.noAnswer}
              </Status>
            </summary>
            <small>{[clockTime(request.at), request.phoneNumber, ...(request.faults ?? [])].join(' · ')}</small>
            {request.requestBody !== undefined && <Json value={request.requestBody} />}
            {request.responseBody !== undefined && <Json value={request.responseBody} />}
          </details>
        ))}
    </LogList>
  );
}
