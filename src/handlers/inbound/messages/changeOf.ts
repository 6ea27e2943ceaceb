import type { Translate } from '../../core/translator';
import { renderEdit, renderRevoke } from '../../whatsapp/messages/renderEdit';
import type { EditEvent, RevokeEvent } from '../../whatsapp/webhook/WebhookEvent';

/** The text of a message after an edit or a deletion; made from '' if the message is unknown. */
export function changeOf(event: EditEvent | RevokeEvent, t: Translate): (before: string) => string {
  return event.kind === 'edit' ? (before) => renderEdit(event.content, before, t) : (before) => renderRevoke(before, t);
}
