import { metaError } from '../../errors/metaError';
import { objectMissing } from '../../errors/objectMissing';
import { defineFault } from '../defineFault';

export const mediaExpired = defineFault('media-expired', {
  title: 'Media gone',
  description: 'The download URL has run out (5 minutes), or the media id itself is no longer known.',
  params: {
    what: { type: 'choice', title: 'What', default: 'url', options: ['url', 'id'] },
  },
  hooks: {
    request: ({ what }, target, path) => {
      if (what === 'url' && target === 'media download') {
        return { do: 'answer', answer: { status: 404, text: 'Not Found' } };
      }
      if (what === 'id' && target === 'media info') {
        return { do: 'answer', answer: metaError(objectMissing('get', path.slice(1).replace(/\?.*/, ''))) };
      }
      return undefined;
    },
  },
});
