import type { Translate } from '../../core/translation/Translate';
import { renderEdit, renderRevoke } from '../../whatsapp/messages/renderEdit';
import type { EditEvent, RevokeEvent } from '../../whatsapp/webhook/WebhookEvent';

/** What an edit or a deletion makes of the text of its message; of '' where the message is not known here. */
export function changeOf(event: EditEvent | RevokeEvent, t: Translate): (before: string) => string {
  return event.kind === 'edit' ? (before) => renderEdit(event.content, before, t) : (before) => renderRevoke(before, t);
}
