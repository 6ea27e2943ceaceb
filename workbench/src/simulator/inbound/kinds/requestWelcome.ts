import type { InboundKind } from '../InboundKind';

export const requestWelcome: InboundKind = {
  title: 'Chat opened',
  description: 'Somebody opens the chat for the first time and the business asked to be told.',
  example: { type: 'request_welcome' },
  build: () => ({ item: { type: 'request_welcome' }, shown: null }),
};
