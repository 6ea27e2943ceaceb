import { words } from '../words';
import './ghost.css';

/** What the client would drop in silence, as an outline with its type. */
export function Ghost({ type }: { readonly type: string }) {
  return (
    <div className="wb-ghost" data-ghost={type}>
      <code>{type}</code> {words.uikit.notDrawn}
    </div>
  );
}
