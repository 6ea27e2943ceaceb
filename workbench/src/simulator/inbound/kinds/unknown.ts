import type { InboundKind } from '../InboundKind';

export const unknown: InboundKind = {
  title: 'Unknown (old form)',
  description: 'How unsupported messages came in older versions.',
  example: { type: 'unknown' },
  build: () => ({
    item: {
      errors: [{ code: 131051, details: 'Message type is not currently supported', title: 'Unsupported message type' }],
      type: 'unknown',
    },
  }),
};
