import { renderEdit } from '../messages/renderEdit';
import { renderRevoke } from '../messages/renderRevoke';
import type { Translate } from '../translation/Translate';
import type { EditEvent, RevokeEvent } from '../webhook/WebhookEvent';

/** What an edit or a deletion makes of the text of its message; of '' where the message is not known here. */
export function changeOf(event: EditEvent | RevokeEvent, t: Translate): (before: string) => string {
  return event.kind === 'edit' ? (before) => renderEdit(event.content, before, t) : (before) => renderRevoke(before, t);
}
