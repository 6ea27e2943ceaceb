import { sampleFiles } from '../../src/simulator/samples/sampleFiles';

const MAGIC: Record<string, [number, string]> = {
  image: [0, 'ffd8ffe0'],
  video: [4, Buffer.from('ftypisom').toString('hex')],
  audio: [0, 'fffb'],
  voice: [0, Buffer.from('OggS').toString('hex')],
  document: [0, Buffer.from('%PDF-1.4').toString('hex')],
  sticker: [8, Buffer.from('WEBPVP8L').toString('hex')],
  animation: [8, Buffer.from('WEBPVP8X').toString('hex')],
};

describe('sample files', () => {
  it.each(Object.keys(MAGIC))('makes a %s that begins as such a file does', (kind) => {
    const bytes = sampleFiles[kind]!.create();
    const [offset, magic] = MAGIC[kind]!;
    expect(bytes.subarray(offset, offset + magic.length / 2).toString('hex')).toBe(magic);
  });

  it('keeps stickers within the sizes that WhatsApp takes', () => {
    expect(sampleFiles.sticker!.create().length).toBeLessThan(100 * 1024);
    expect(sampleFiles.animation!.create().length).toBeLessThan(500 * 1024);
  });

  it('gives the length of every chunk of a sticker truly', () => {
    const bytes = sampleFiles.sticker!.create();
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  });
});
