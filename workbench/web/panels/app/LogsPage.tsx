import * as v from 'valibot';
import { readList } from '../../documents/readDocument';
import { clockTime } from '../../state/format';
import { words } from '../../words';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { Json, LogList, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';

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
    <LogList rows={value} error={error} none={words.app.noLogs} onReload={reload}>
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
    </LogList>
  );
}

/** The log entries of one call of the app. */
const LogEntry = v.looseObject({
  _id: v.optional(v.string()),
  method: v.optional(v.string(), ''),
  _createdAt: v.optional(v.string()),
  totalTime: v.optional(v.number()),
  entries: v.optional(
    v.array(
      v.looseObject({
        severity: v.optional(v.string(), 'log'),
        timestamp: v.optional(v.string()),
        caller: v.optional(v.nullable(v.string())),
        args: v.optional(v.array(v.unknown()), []),
      }),
    ),
    [],
  ),
});
type LogEntry = v.InferOutput<typeof LogEntry>;
