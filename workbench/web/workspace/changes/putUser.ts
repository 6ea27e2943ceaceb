import type { User } from '../../documents/User';
import type { Change } from '../WorkspaceState';

/** A user whose roles, name or availability may have changed. */
export function putUser(user: User): Change {
  return (state) => ({
    ...state,
    me: state.me?._id === user._id ? { ...state.me, ...user } : state.me,
    users: state.users.map((known) => (known._id === user._id ? { ...known, ...user } : known)),
  });
}
