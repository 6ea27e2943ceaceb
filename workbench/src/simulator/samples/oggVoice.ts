const FRAMES_A_PAGE = 50;
const PAGES = 3;
const SAMPLES_A_FRAME = 960;
/** 20 ms of silence in Opus, full band, mono. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

/** Three seconds of silence as WhatsApp's voice notes are packed: Opus in Ogg. */
export function oggVoice(): Buffer {
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
  const vendor = Buffer.from('simulator');
  const tags = Buffer.concat([Buffer.from('OpusTags'), uint32(vendor.length), vendor, uint32(0)]);
  const frames = Array.from({ length: FRAMES_A_PAGE }, () => SILENCE);
  const sound = Array.from({ length: PAGES }, (_, page) =>
    oggPage(frames, (page + 1) * FRAMES_A_PAGE * SAMPLES_A_FRAME, page + 2, page === PAGES - 1 ? 0x04 : 0),
  );
  return Buffer.concat([oggPage([head], 0, 0, 0x02), oggPage([tags], 0, 1, 0), ...sound]);
}

/** One page; `flags` 2 begins and 4 ends the stream. */
function oggPage(packets: Buffer[], position: number, sequence: number, flags: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64LE(BigInt(position));
  const page = Buffer.concat([
    Buffer.from('OggS'),
    Buffer.from([0, flags]),
    place,
    uint32(0x51d),
    uint32(sequence),
    uint32(0),
    Buffer.from([packets.length, ...packets.map(({ length }) => length)]),
    ...packets,
  ]);
  page.writeUInt32LE(oggChecksum(page), 22);
  return page;
}

function oggChecksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum = (sum ^ (byte << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1) >>> 0;
  }
  return sum;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
