import { defineFault } from '../defineFault';

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
