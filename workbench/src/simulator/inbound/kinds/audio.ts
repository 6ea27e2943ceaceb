import { media } from './media';

export const audio = media('audio', {
  title: 'Audio',
  description: 'A music file; `voice: true` makes it a voice note.',
  example: { type: 'audio' },
});
