import { jpegPhoto } from './jpegPhoto';
import { mp4Video } from './mp4Video';
import { oggVoice } from './oggVoice';
import { webpAnimation, webpSticker } from './webpStickers';

const FRAMES = 115;
/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, mono: 417 bytes a frame. */
const HEADER = [0xff, 0xfb, 0x90, 0xc4];
const FRAME_BYTES = 417;

/** Three seconds of silence as an MP3 file. */
function mp3Audio(): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set(HEADER);
  return Buffer.concat(Array.from({ length: FRAMES }, () => frame));
}

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

/** A PDF of one page with a line of text. */
function pdfDocument(text: string): Buffer {
  const line = text.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');
  const content = `BT /F1 18 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
