import { objectOf } from '../json';
import type { InboundKind } from './InboundKind';

export const unsupported: InboundKind = {
  title: 'Unsupported',
  description: 'A poll, an event, a view-once photo: something the API does not pass on.',
  example: { type: 'unsupported', unsupported: { type: 'poll' } },
  build: ({ message }) => ({
    item: {
      errors: [
        {
          code: 131051,
          title: 'Message type unknown',
          message: 'Message type unknown',
          error_data: { details: 'Message type is currently not supported.' },
        },
      ],
      type: 'unsupported',
      unsupported: { type: 'poll', ...objectOf(message.unsupported) },
    },
  }),
};

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
