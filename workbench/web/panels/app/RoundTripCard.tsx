import type { RoundTrip } from '../../documents/RoundTrip';
import { words } from '../../words';
import { clockTime } from '../parts/clockTime';
import { Status } from '../parts/Status';

/** One thing that was asked of the app, and its calls. */
export function RoundTripCard({ request }: { readonly request: RoundTrip }) {
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
