import { textOf } from '../../json/textOf';
import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';

export const group: InboundKind = {
  title: 'Group message',
  description: 'A text in a group that the number is a member of.',
  example: { type: 'group', text: { body: 'Hello all' } },
  build: ({ message }) => ({
    item: {
      group_id: textOf(message.group_id) ?? 'Y2FwaV9ncm91cDo1NTExNTU1NTAxMDA6MTIwMzYzMDAwMDAwMDAwMDAw',
      type: 'text',
      text: { body: 'Hello all', ...objectOf(message.text) },
    },
    shown: null,
    opensWindow: false,
  }),
};
