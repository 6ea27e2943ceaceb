import type { RoundTrip } from '../../documents/RoundTrip';
import type { Change } from '../WorkspaceState';

const KEPT = 500;

/** What a request cost; late work of the same request replaces its figures. */
export function putRoundTrip(request: RoundTrip): Change {
  return (state) => {
    const known = state.roundTrips.some(({ id }) => id === request.id);
    const roundTrips = known
      ? state.roundTrips.map((one) => (one.id === request.id ? request : one))
      : [...state.roundTrips, request].slice(-KEPT);
    return { ...state, roundTrips };
  };
}
