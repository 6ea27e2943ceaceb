import type { RoundTrip } from '../../documents/Info';
import { clockTime } from '../../state/format';
import { words } from '../../words';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { LogList, Status } from '../parts/PanelParts';

const SHOWN = 100;

/** The app's round trips for each event, newest first. */
export function RoundTripsPage() {
  const workspace = useWorkspace();
  const requests = useWorkspaceState((state) => state.roundTrips);
  const clear = () =>
    void workspace.attempt(async () => {
      await workspace.api.request('DELETE', '/api/workbench/roundtrips');
      workspace.change((state) => ({ ...state, roundTrips: [] }));
    });
  return (
    <>
      <p className="wb-panel-note">{words.app.roundTripsNote}</p>
      <LogList rows={requests} none={words.app.noRoundTrips} onClear={clear}>
        {requests
          .slice(-SHOWN)
          .reverse()
          .map((request) => (
            <RoundTripCard key={request.id} request={request} />
          ))}
      </LogList>
    </>
  );
}

/** One thing that was asked of the app, and its calls. */
function RoundTripCard({ request }: { readonly request: RoundTrip }) {
  const calls = Object.entries(request.calls).sort(([, a], [, b]) => b - a);
  return (
    <details className="wb-panel-card" data-round-trips={request.kind}>
      <summary>
        <span>
          <strong>{request.kind}</strong> {request.label}
        </span>
        {request.ms !== undefined && <small>{Math.round(request.ms)} ms</small>}
        <Status kind="plain">{words.app.calls(request.total)}</Status>
      </summary>
      <small>{clockTime(request.startedAt)}</small>
      <table className="wb-panel-table">
        <tbody>
          {calls.map(([name, count]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
