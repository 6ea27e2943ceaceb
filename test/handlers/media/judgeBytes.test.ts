import { createHash } from 'crypto';
import { judgeBytes, readSha256 } from '../../../src/handlers/media/fetchCustomerFile';

const bytes = Buffer.from('a file');
const digest = createHash('sha256').update(bytes).digest();
const other = createHash('sha256').update('another').digest();
const hex = digest.toString('hex');

test.each([
  ['in hexadecimal', hex],
  ['in capitals', hex.toUpperCase()],
  ['in base64', digest.toString('base64')],
  ['in the base64 of addresses, without its end', digest.toString('base64url')],
  ['behind its name', `sha256:${hex}`],
  ['behind its name, in base64', `SHA-256=${digest.toString('base64')}`],
])('a SHA-256 %s is read', (_how, text) => {
  expect(readSha256(text)).toBe(hex);
});

test.each([undefined, '', 'nonsense', hex.slice(0, 57), `md5:${'a'.repeat(32)}`])('%j is no SHA-256', (text) => {
  expect(readSha256(text)).toBeUndefined();
});

const page = Buffer.from('\n<!DOCTYPE html><html><body>Sign in</body></html>');
const wrong = other.toString('hex');

test.each<[what: string, file: Buffer, told: { type?: string; size?: number; hashes?: string[] }, verdict: string]>([
  ['with its hash and size', bytes, { size: 6, hashes: [hex] }, 'good'],
  ['of which nothing is told', bytes, {}, 'good'],
  ['with half a hash', bytes, { size: 6, hashes: [hex.slice(0, 57)] }, 'good'],
  ['with the hash of one of the two', bytes, { size: 6, hashes: [wrong, digest.toString('base64')] }, 'good'],
  ['with its hash and another size, which is told wrong', bytes, { size: 7, hashes: [hex] }, 'good'],
  ['with another hash', bytes, { size: 6, hashes: [wrong] }, 'unverified'],
  ['with another hash, and nobody told its size', bytes, { hashes: [wrong] }, 'unverified'],
  ['with another size', bytes, { size: 7 }, 'damaged'],
  ['with another size and hash', bytes, { size: 7, hashes: [wrong] }, 'damaged'],
  ['that is a page instead of a picture', page, { type: 'image/png', hashes: [wrong] }, 'damaged'],
  ['that is a page although nobody told a hash', page, { type: 'application/octet-stream' }, 'damaged'],
  ['that is the page it is said to be', page, { type: 'text/html', hashes: [wrong] }, 'unverified'],
])('a file %s', (_what, file, { type = 'image/png', size, hashes = [] }, verdict) => {
  const pieces = [file.subarray(0, 3), file.subarray(3)];
  const whole = file === page ? [page] : pieces;
  expect(judgeBytes(whole, { type, size, hashes })).toBe(verdict);
});
