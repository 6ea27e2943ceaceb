import { metaError, objectMissing } from '../errors/metaError';
import { defineFault } from './FaultKind';

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

export const mediaSlow = defineFault('media-slow', {
  title: 'Slow media',
  description: 'Downloads of customers’ files begin only after a while.',
  params: {
    ms: { type: 'number', title: 'Milliseconds', default: 5000, minimum: 1, maximum: 120_000 },
  },
  hooks: {
    request: ({ ms }, target) => (target === 'media download' ? { do: 'wait', ms } : undefined),
  },
});

export const mediaDamaged = defineFault('media-damaged', {
  title: 'Damaged media',
  description: 'The downloaded bytes differ from the hash that was announced, or end too early.',
  params: {
    how: { type: 'choice', title: 'How', default: 'changed', options: ['changed', 'shortened', 'connection breaks'] },
  },
  hooks: {
    answer: ({ how }, target, answer) => {
      if (target !== 'media download' || !answer.bytes) return undefined;
      if (how === 'connection breaks') return { ...answer, fate: 'cut' };
      if (how === 'shortened') return { ...answer, bytes: answer.bytes.subarray(0, answer.bytes.length >> 1) };
      const bytes = Buffer.from(answer.bytes);
      bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 0xff, bytes.length - 1);
      return { ...answer, bytes };
    },
  },
});
