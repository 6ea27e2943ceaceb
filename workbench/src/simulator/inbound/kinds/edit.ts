import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import { showOnPhone } from '../../phone/showOnPhone';
import type { InboundKind } from '../InboundKind';

export const edit: InboundKind = {
  title: 'Edit',
  description: 'The customer changes an earlier message of theirs.',
  example: {
    type: 'edit',
    edit: { original_message_id: 'wamid.…', message: { type: 'text', text: { body: 'I meant Tuesday' } } },
  },
  build: ({ simulator, message }) => {
    const given = objectOf(message.edit);
    const changed = { type: 'text', text: { body: 'I meant Tuesday' }, ...objectOf(given.message) };
    const wamid = textOf(given.original_message_id) ?? '';
    return {
      item: { type: 'edit', edit: { original_message_id: wamid, message: { context: { id: 'M0' }, ...changed } } },
      shown: null,
      opensWindow: false,
      effect: () => {
        const record = simulator.store.messages.byWamid(wamid);
        if (!record) return;
        const edited = { ...record, message: { ...record.message, ...changed }, edited: true };
        simulator.store.messages.save(edited);
        showOnPhone(simulator, edited);
      },
    };
  },
};
