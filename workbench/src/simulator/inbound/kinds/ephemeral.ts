import type { InboundKind } from '../InboundKind';

export const ephemeral: InboundKind = {
  title: 'Disappearing message (old form)',
  description: 'A message of a chat with disappearing messages, as it came before the Cloud API passed them on.',
  example: { type: 'ephemeral' },
  build: () => ({
    item: {
      errors: [{ code: 131051, details: 'Message type is not currently supported', title: 'Unsupported message type' }],
      type: 'ephemeral',
    },
  }),
};
