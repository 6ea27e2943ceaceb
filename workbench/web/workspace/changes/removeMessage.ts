import type { Change } from '../WorkspaceState';

/** A message that was deleted. */
export function removeMessage(rid: string, mid: string): Change {
  return (state) => {
    const history = state.histories[rid];
    return history
      ? {
          ...state,
          histories: {
            ...state.histories,
            [rid]: { ...history, messages: history.messages.filter(({ _id }) => _id !== mid) },
          },
        }
      : state;
  };
}
