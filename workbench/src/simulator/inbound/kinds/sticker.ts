import { media } from './media';

export const sticker = media('sticker', {
  title: 'Sticker',
  description: 'A WebP of 512 × 512; `animated: true` for a moving one.',
  example: { type: 'sticker', sticker: { animated: true } },
});
