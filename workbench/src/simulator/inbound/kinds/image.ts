import { media } from './media';

export const image = media('image', {
  title: 'Photo',
  description: 'A photo, by `file` or a sample, with an optional caption.',
  example: { type: 'image', image: { caption: 'This is how it arrived' } },
});
