import { conversationOf } from '../customers/conversationOf';
import { isWindowOpen } from '../customers/isWindowOpen';
import type { MetaRefusal } from '../errors/MetaRefusal';
import type { JsonObject } from '../json/JsonObject';
import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import type { CustomerRecord } from '../store/CustomerRecord';
import { mediaRefusal } from './mediaRefusal';
import type { SendContext } from './SendContext';

/** A reaction may be given to a message of the last 30 days. */
const REACTION_MS = 30 * 24 * 3_600_000;

/**
 * What makes an accepted message fail afterwards: nobody there, blocked, marketing stopped, window closed, media that
 * WhatsApp does not take, a reaction to a message that is not there.
 */
export function laterRefusal(
  message: JsonObject,
  type: string,
  customer: CustomerRecord,
  category: string | undefined,
  { simulator, number }: SendContext,
): MetaRefusal | undefined {
  if (!customer.onWhatsApp || customer.blocked.includes(number.phoneNumber)) return { code: 131026 };
  if (category === 'MARKETING' && customer.marketingStopped) return { code: 131050 };
  if (type !== 'template' && simulator.switches.current().window === 'async') {
    const conversation = conversationOf(simulator.store, number.phoneNumber, customer.id);
    if (!isWindowOpen(conversation, simulator.clock.now())) return { code: 131047 };
  }
  if (type === 'reaction') return reactionRefusal(message, customer, { simulator, number });
  return mediaRefusal(message, type, simulator.store);
}

function reactionRefusal(
  message: JsonObject,
  customer: CustomerRecord,
  { simulator, number }: SendContext,
): MetaRefusal | undefined {
  const target = simulator.store.messages.byWamid(textOf(objectOf(message.reaction).message_id) ?? '');
  const isThere =
    target?.customerId === customer.id &&
    target.phoneNumber === number.phoneNumber &&
    simulator.clock.now() - target.timestamp <= REACTION_MS;
  return isThere ? undefined : { code: 131009, details: 'The message to react to does not exist or is too old.' };
}
