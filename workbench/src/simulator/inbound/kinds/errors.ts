import type { InboundKind } from '../InboundKind';

export const errors: InboundKind = {
  title: 'Errors without a message',
  description: 'Trouble of the account: `value.errors` alone.',
  example: { type: 'errors' },
  build: ({ message }) => ({
    list: 'errors',
    item: {
      code: 131000,
      title: 'Something went wrong',
      message: 'Something went wrong',
      error_data: { details: 'Message failed to send due to an unknown error.' },
      ...(typeof message.code === 'number' && { code: message.code }),
    },
    isComplete: true,
    isAnonymous: true,
    shown: null,
    opensWindow: false,
  }),
};
