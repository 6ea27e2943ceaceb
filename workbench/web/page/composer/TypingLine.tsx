import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';

/** Who is typing in a room. */
export function TypingLine({ rid }: { readonly rid: string }) {
  const names = useWorkspaceState((state) =>
    state.typing
      .filter((typing) => typing.rid === rid && typing.username !== state.me?.username)
      .map(({ username }) => username),
  );
  return (
    <div className="wb-typing" aria-live="polite">
      {names.length > 0 && words.room.visitorTyping(names.join(', '))}
    </div>
  );
}
