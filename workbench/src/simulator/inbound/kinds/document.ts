import { media } from './media';

export const document = media('document', {
  title: 'Document',
  description: 'Any file; a file name and a caption may come with it.',
  example: { type: 'document', document: { caption: 'The invoice' } },
});
