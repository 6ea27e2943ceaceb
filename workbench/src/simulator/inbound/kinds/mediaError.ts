import type { InboundKind } from '../InboundKind';

export const mediaError: InboundKind = {
  title: 'Media that did not arrive',
  description: 'The customer sent a file that Meta could not fetch (131052).',
  example: { type: 'media-error' },
  build: () => ({
    item: {
      errors: [
        {
          code: 131052,
          title: 'Media download error',
          message: 'Media download error',
          error_data: { details: 'Unable to download the media sent by the user.' },
        },
      ],
      type: 'unsupported',
    },
  }),
};
