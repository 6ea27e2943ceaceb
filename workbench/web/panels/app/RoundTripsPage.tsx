import { Button } from '@rocket.chat/fuselage';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { RoundTripCard } from './RoundTripCard';

const SHOWN = 100;

/** What each event cost the app in calls to the server, newest first. */
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
      <div className="wb-panel-row">
        <Button small disabled={requests.length === 0} onClick={clear}>
          {words.panels.clear}
        </Button>
      </div>
      {requests.length === 0 && <p className="wb-panel-note">{words.app.noRoundTrips}</p>}
      {requests
        .slice(-SHOWN)
        .reverse()
        .map((request) => (
          <RoundTripCard key={request.id} request={request} />
        ))}
    </>
  );
}
