import { failureCard } from '../../blocks/failureCard';
import { describeError } from '../errors/describeError';
import type { Host } from '../Host';
import { postAsApp } from '../omnichannel/postAsApp';
import { translatorOf } from '../translation/translatorOf';

/** So much of a message is repeated on its failure card that an agent knows which one is meant. */
const EXCERPT = 60;

/** Which message was not delivered. */
interface Undelivered {
  roomId?: string;
  /** Rocket.Chat's id; absent for texts that the app sends by itself. */
  messageId?: string;
  /** What was not delivered, where there is no message to look it up in. */
  text?: string;
}

/**
 * The one end of every failed sending, at once or by a status: a card in the room says in plain words what happened and
 * what to do next, with a button to send again where there is a message. Where even that fails it is logged: a status
 * must not come back for days because its room is gone.
 */
export async function reportFailure(host: Host, undelivered: Undelivered, error: unknown): Promise<void> {
  try {
    await tellRoom(host, undelivered, error);
  } catch (second) {
    host.logger.error('A message failed:', String(error), '- and its room could not be told:', String(second));
  }
}

async function tellRoom(host: Host, { roomId, messageId, text }: Undelivered, error: unknown): Promise<void> {
  const room = roomId ? await host.read.getRoomReader().getById(roomId) : undefined;
  if (!room) {
    host.logger.warn('A message failed and its room is gone:', String(error));
    return;
  }
  const t = await translatorOf(host);
  const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  const excerpt = shorten(text ?? message?.text ?? message?.file?.name ?? '');
  const reason = describeError(error, t);
  const drawing = { appId: host.app.id, t };
  await postAsApp(host, room, {
    text: t('delivery:failed', { excerpt, reason }),
    blocks: failureCard(drawing, { excerpt, reason, messageId: message?.id }),
  });
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT - 1).join('')}…` : characters.join('');
}
