import { randomDigits } from '../../identity/randomDigits';
import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import type { InboundKind } from '../InboundKind';

export const numberChange: InboundKind = {
  title: 'New phone number',
  description: 'WhatsApp tells that the customer changed the number; the sender is the old one.',
  example: { type: 'number-change', wa_id: '5511955550177' },
  build: ({ simulator, customer, message }) => {
    const old = customer.waId ?? '';
    const waId = textOf(message.wa_id) ?? `${old.slice(0, -4)}${randomDigits(4)}`;
    return {
      item: {
        type: 'system',
        system: {
          body: `User ${customer.name} changed from ${old} to ${waId}`,
          wa_id: waId,
          type: 'user_changed_number',
          ...objectOf(message.system),
        },
      },
      shown: { type: 'system', system: { body: `You changed your number to +${waId}` } },
      opensWindow: false,
      isAnonymous: true,
      effect: () => {
        simulator.store.customers.save({ ...customer, waId, formerWaIds: [...customer.formerWaIds, old] });
        simulator.bus.emit('state', {});
      },
    };
  },
};
