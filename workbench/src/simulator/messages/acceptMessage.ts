import { conversationOf } from '../customers/conversationOf';
import { createWamid, userDigits } from '../customers/createIds';
import type { JsonObject } from '../json';
import { listOf, objectOf, textOf } from '../json';
import { showOnPhone } from '../phone/showOnPhone';
import { endTyping } from '../phone/typing';
import type { Simulator } from '../Simulator';
import type { MessageRecord, Reaction } from '../store/messages';
import type { TemplateRecord } from '../store/templates';
import { renderTemplate } from '../templates/renderTemplate';
import type { Recipient } from './recipientOf';
import type { SendContext } from './SendContext';
import { typeOf } from './SendContext';

/** Stores a message that was accepted and shows it on the phone. Returns the record; statuses are planned by the caller. */
export function acceptMessage(
  message: JsonObject,
  { customer }: Recipient,
  template: TemplateRecord | undefined,
  { simulator, number }: SendContext,
): MessageRecord {
  const { store, clock } = simulator;
  const type = typeOf(message);
  const record: MessageRecord = {
    wamid: createWamid(userDigits(customer), 'out'),
    phoneNumber: number.phoneNumber,
    customerId: customer.id,
    direction: 'out',
    timestamp: clock.now(),
    message: { type, [type]: message[type], ...(message.context !== undefined && { context: message.context }) },
    status: 'accepted',
    reactions: [],
    hidden: type === 'reaction',
    opaqueData: textOf(message.biz_opaque_callback_data),
    category: template?.category,
    rendered: template && renderTemplate(template, listOf(objectOf(message.template).components)),
  };
  store.messages.insert(record);
  // A new pair gets its conversation id here; every status names it.
  store.conversations.save(conversationOf(store, number.phoneNumber, customer.id));
  endTyping(simulator, record, true);
  showOnPhone(simulator, record);
  return record;
}

/** Puts a reaction on the message it is for, in place of the same side's earlier one; no emoji takes it away. */
export function applyReaction(simulator: Simulator, from: Reaction['from'], reaction: JsonObject): void {
  const target = simulator.store.messages.byWamid(textOf(reaction.message_id) ?? '');
  if (!target) return;
  const emoji = textOf(reaction.emoji) ?? '';
  const others = target.reactions.filter((known) => known.from !== from);
  const changed = { ...target, reactions: emoji === '' ? others : [...others, { from, emoji }] };
  simulator.store.messages.save(changed);
  showOnPhone(simulator, changed);
}
