import { jpegPhoto } from './jpegPhoto';
import { mp3Audio } from './mp3Audio';
import { mp4Video } from './mp4Video';
import { oggVoice } from './oggVoice';
import { pdfDocument } from './pdfDocument';
import { webpAnimation } from './webpAnimation';
import { webpSticker } from './webpSticker';

export interface SampleFile {
  mimeType: string;
  filename?: string;
  create(): Buffer;
}

/** A file of each kind for a customer who sends media without choosing one; made in code, small and valid. */
export const sampleFiles: Record<string, SampleFile> = {
  image: { mimeType: 'image/jpeg', create: jpegPhoto },
  video: { mimeType: 'video/mp4', create: mp4Video },
  audio: { mimeType: 'audio/mpeg', create: mp3Audio },
  voice: { mimeType: 'audio/ogg; codecs=opus', create: oggVoice },
  document: {
    mimeType: 'application/pdf',
    filename: 'invoice-2031.pdf',
    create: () => pdfDocument('Invoice 2031: one hundred and twenty'),
  },
  sticker: { mimeType: 'image/webp', create: webpSticker },
  animation: { mimeType: 'image/webp', create: webpAnimation },
};
