import { bytesOf } from '../../../src/handlers/dialog360/bytesOf';

const bytes = Buffer.from([0, 1, 0x7f, 0x80, 0xff]);

test.each<[string, unknown]>([
  ['a Buffer', bytes],
  ['plain bytes', new Uint8Array(bytes)],
  ['a part of a larger memory', new Uint8Array(Buffer.concat([Buffer.from('before'), bytes])).subarray(6)],
  ['a text of bytes', bytes.toString('latin1')],
])('%s is the same bytes', (_what, content) => {
  expect(bytesOf(content)).toEqual(bytes);
  expect(Buffer.isBuffer(bytesOf(content))).toBe(true);
});

test.each([undefined, null, 7, {}])('%p holds no bytes', (content) => {
  expect(bytesOf(content)).toHaveLength(0);
});
