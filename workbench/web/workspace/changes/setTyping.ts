import type { Change } from '../WorkspaceState';

/** Somebody began or stopped typing. */
export function setTyping(rid: string, username: string, isTyping: boolean): Change {
  return (state) => {
    const others = state.typing.filter((typing) => typing.rid !== rid || typing.username !== username);
    return { ...state, typing: isTyping ? [...others, { rid, username }] : others };
  };
}
