import { objectOf, textOf } from '../json';
import { applyReaction } from '../messages/acceptMessage';
import { showOnPhone } from '../phone/showOnPhone';
import type { InboundKind } from './InboundKind';

export const reaction: InboundKind = {
  title: 'Reaction',
  description: 'An emoji on a message; without an emoji the reaction is taken away. Does not restart the 24 h window.',
  example: { type: 'reaction', reaction: { message_id: 'wamid.…', emoji: '👍' } },
  build: ({ simulator, message }) => {
    const { emoji, ...rest } = objectOf(message.reaction);
    return {
      item: { type: 'reaction', reaction: emoji === '' || emoji === undefined ? rest : { ...rest, emoji } },
      shown: null,
      opensWindow: false,
      effect: () => applyReaction(simulator, 'customer', objectOf(message.reaction)),
    };
  },
};

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
