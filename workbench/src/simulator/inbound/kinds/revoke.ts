import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import { showOnPhone } from '../../phone/showOnPhone';
import type { InboundKind } from '../InboundKind';

export const revoke: InboundKind = {
  title: 'Delete for everyone',
  description: 'The customer takes back an earlier message of theirs.',
  example: { type: 'revoke', revoke: { original_message_id: 'wamid.…' } },
  build: ({ simulator, message }) => {
    const wamid = textOf(objectOf(message.revoke).original_message_id) ?? '';
    return {
      item: { type: 'revoke', revoke: { original_message_id: wamid } },
      shown: null,
      opensWindow: false,
      effect: () => {
        const record = simulator.store.messages.byWamid(wamid);
        if (!record) return;
        const revoked = { ...record, revoked: true };
        simulator.store.messages.save(revoked);
        showOnPhone(simulator, revoked);
      },
    };
  },
};
