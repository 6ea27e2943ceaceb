import { media } from './media';

export const video = media('video', {
  title: 'Video',
  description: 'A video, by `file` or a sample, with an optional caption.',
  example: { type: 'video', video: { caption: 'Look' } },
});
