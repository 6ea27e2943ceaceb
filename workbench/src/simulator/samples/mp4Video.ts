import { COLUMNS, keyFrame, pictureParameters, ROWS, sequenceParameters } from './h264Frames';

const FRAMES = 8;
const TIMESCALE = 1000;
const FRAME_TICKS = 250;
const DURATION = FRAMES * FRAME_TICKS;
const MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

/** Two seconds of moving colours: H.264 key frames in an MP4 file, 160 × 128, without sound. */
export function mp4Video(): Buffer {
  const frames = Array.from({ length: FRAMES }, (_, index) => withLength(keyFrame(index, colours(index))));
  const type = mp4Box('ftyp', Buffer.from('isom'), 512, Buffer.from('isomiso2avc1mp41'));
  const movieAt = (offset: number) => movie(frames, offset);
  const dataStart = type.length + movieAt(0).length + 8;
  return Buffer.concat([type, movieAt(dataStart), mp4Box('mdat', ...frames)]);
}

const colours =
  (frame: number) =>
  (x: number, y: number): [number, number, number] => [
    Math.round(60 + 140 * Math.abs(Math.sin(x * 3 + frame / 2))),
    Math.round(90 + 90 * y),
    Math.round(170 - 100 * x),
  ];

function withLength(unit: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(unit.length);
  return Buffer.concat([length, unit]);
}

function movie(frames: Buffer[], offset: number): Buffer {
  const header = mp4Box(
    'mvhd',
    0,
    0,
    0,
    TIMESCALE,
    DURATION,
    0x10000,
    0x01000000,
    0,
    0,
    ...MATRIX,
    0,
    0,
    0,
    0,
    0,
    0,
    2,
  );
  return mp4Box('moov', header, mp4Box('trak', trackHeader(), media(frames, offset)));
}

function trackHeader(): Buffer {
  return mp4Box('tkhd', 7, 0, 0, 1, 0, DURATION, 0, 0, 0, 0, ...MATRIX, (COLUMNS * 16) << 16, (ROWS * 16) << 16);
}

function media(frames: Buffer[], offset: number): Buffer {
  const handler = mp4Box('hdlr', 0, 0, Buffer.from('vide'), 0, 0, 0, Buffer.from('video\0'));
  const location = mp4Box('dinf', mp4Box('dref', 0, 1, mp4Box('url ', 1)));
  return mp4Box(
    'mdia',
    mp4Box('mdhd', 0, 0, 0, TIMESCALE, DURATION, 0x55c40000),
    handler,
    mp4Box('minf', mp4Box('vmhd', 1, 0, 0), location, sampleTable(frames, offset)),
  );
}

function sampleTable(frames: Buffer[], offset: number): Buffer {
  const every = frames.map((_, index) => index + 1);
  return mp4Box(
    'stbl',
    mp4Box('stsd', 0, 1, description()),
    mp4Box('stts', 0, 1, FRAMES, FRAME_TICKS),
    mp4Box('stss', 0, FRAMES, ...every),
    mp4Box('stsc', 0, 1, 1, FRAMES, 1),
    mp4Box('stsz', 0, 0, FRAMES, ...frames.map(({ length }) => length)),
    mp4Box('stco', 0, 1, offset),
  );
}

function description(): Buffer {
  const sequence = sequenceParameters();
  const picture = pictureParameters();
  const size = (unit: Buffer) => [unit.length >> 8, unit.length & 0xff];
  const config = mp4Box(
    'avcC',
    Buffer.from([1, 66, 0xc0, 11, 0xff, 0xe1, ...size(sequence), ...sequence, 1, ...size(picture), ...picture]),
  );
  const resolution = 0x480000;
  const dimensions = ((COLUMNS * 16) << 16) | (ROWS * 16);
  const depth = Buffer.from([0, 24, 0xff, 0xff]);
  return mp4Box(
    'avc1',
    0,
    1,
    0,
    0,
    0,
    0,
    dimensions,
    resolution,
    resolution,
    0,
    Buffer.from([0, 1]),
    Buffer.alloc(32),
    depth,
    config,
  );
}

/** A box of an MP4 file: length, name, and its parts (numbers are 32-bit words). */
function mp4Box(name: string, ...parts: (Buffer | number)[]): Buffer {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'number' ? word(part) : part)));
  return Buffer.concat([word(bytes.length + 8), Buffer.from(name, 'latin1'), bytes]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
