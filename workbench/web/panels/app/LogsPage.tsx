import { Button } from '@rocket.chat/fuselage';
import { readList } from '../../documents/readList';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { clockTime } from '../parts/clockTime';
import { Json } from '../parts/Json';
import { Refused } from '../parts/Refused';
import { Status } from '../parts/Status';
import { useFetched } from '../parts/useFetched';
import { LogEntry } from './LogEntry';

const isBad = (severity: string) => severity === 'error' || severity === 'warning';

/** The app's log, newest first. */
export function LogsPage() {
  const { api } = useWorkspace();
  const appId = useWorkspaceState((state) => state.info?.app?.id);
  const turn = useWorkspaceState((state) => state.roundTrips.at(-1)?.id);
  const { value, error, reload } = useFetched(
    async () =>
      appId === undefined ? undefined : readList(LogEntry, await api.get(`/api/apps/${appId}/logs?count=50`), 'logs'),
    `${appId ?? ''} ${turn ?? ''}`,
  );
  return (
    <>
      {error && <Refused reason={error} />}
      <div className="wb-panel-row">
        <Button small onClick={reload}>
          {words.panels.reload}
        </Button>
      </div>
      {value?.length === 0 && <p className="wb-panel-note">{words.app.noLogs}</p>}
      {value?.map((log, index) => (
        <details key={log._id ?? index} className="wb-panel-card">
          <summary>
            <strong>{log.method}</strong>
            {log._createdAt && <small>{clockTime(log._createdAt)}</small>}
            {log.entries.some(({ severity }) => isBad(severity)) && <Status kind="bad">!</Status>}
          </summary>
          {log.entries.map((entry, at) => (
            <div key={at}>
              <Status kind={isBad(entry.severity) ? 'bad' : 'plain'}>{entry.severity}</Status>
              <Json value={entry.args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')} />
            </div>
          ))}
        </details>
      ))}
    </>
  );
}
