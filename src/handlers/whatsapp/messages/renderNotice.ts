import type { Translate } from '../../core/translator';
import { escapeMarkdown, whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import { formatPhone } from '../phoneNumbers';
import type { MessageContent } from '../webhook/MessageContent';
import type { CallEvent, EchoAct, WebhookEvent } from '../webhook/WebhookEvent';
import { describeContent } from './nameKind';
import { renderContent } from './renderContent';

type Kind = WebhookEvent['kind'];
type Notice<Each extends Kind> = (event: Extract<WebhookEvent, { kind: Each }>, t: Translate) => string | undefined;

/** Events that are not messages but get a line in the room. */
const notices: { [Each in Kind]?: Notice<Each> } = {
  // For a reaction to an unknown message; a known message gets the reaction itself.
  reaction: ({ emoji }, t) =>
    emoji === null ? t('messages:reactionRemoved') : t('messages:reacted', { emoji: escapeMarkdown(emoji) }),
  'number-changed': ({ customer, waId }, t) => {
    const [from, to] = [customer.waId, waId].map((digits) => digits && formatPhone(digits));
    return from && to ? t('messages:numberChanged', { from, to }) : t('messages:numberChangedHidden');
  },
  'identity-changed': (_event, t) => t('messages:identityChanged'),
  'user-id-changed': (_event, t) => t('messages:numberChangedHidden'),
  call: renderCall,
};

/** The line for agents about an event that is not a message; empty for events without interest to them. */
export function renderNotice(event: WebhookEvent, t: Translate): string | undefined {
  return renderAs(event.kind, event, t);
}

function renderAs<Each extends Kind>(kind: Each, event: Parameters<Notice<Each>>[0], t: Translate): string | undefined {
  const notice: Notice<Each> | undefined = notices[kind];
  return notice?.(event, t);
}

/** The beginning and end of calls. Events in between (ringing, transcripts) are not reported. */
function renderCall(call: CallEvent, t: Translate): string | undefined {
  const { event, direction, duration } = call;
  if (isMissedCall(call)) return t('messages:callMissed');
  if (event === 'connect') return direction === 'in' ? t('messages:callIncoming') : undefined;
  if (event !== 'terminate') return undefined;
  if (!duration) return t('messages:callUnanswered');
  return t('messages:callEnded', { count: Math.max(1, Math.round(duration / 60)) });
}

/** Whether a customer called and nobody took the call. */
export function isMissedCall({ event, direction, duration }: CallEvent): boolean {
  return event === 'terminate' && direction === 'in' && !duration;
}

/** An action of the business in the WhatsApp app on a phone, in a line for the agents. */
export function renderEcho(act: EchoAct, t: Translate): string {
  if (act.type === 'revoke') return t('inbound:deletedOnPhone');
  if (act.type === 'reaction') {
    return act.emoji === null
      ? t('inbound:reactionRemovedOnPhone')
      : t('inbound:reactedOnPhone', { emoji: escapeMarkdown(act.emoji) });
  }
  const { content } = act;
  if (content.type === 'unsupported' && content.what === 'revoke') return t('inbound:deletedOnPhone');
  if (content.type === 'unsupported' && content.what === undefined) {
    // The sentence for a customer's message would name the wrong person.
    const line = t('inbound:unshownFromPhone');
    return content.text === undefined ? line : `${line}\n${whatsAppToMarkdown(content.text)}`;
  }
  return t(act.type === 'edit' ? 'inbound:editedOnPhone' : 'inbound:sentFromPhone', { text: say(content, t) });
}

/** The file is only on the phone, so its kind is named. */
function say(content: MessageContent, t: Translate): string {
  const { text, media } = renderContent(content, t);
  return media ? [describeContent(content, t), text].filter(Boolean).join(': ') : text;
}
