import { createHash } from 'crypto';
import { matchesHash } from '../../../src/handlers/media/matchesHash';

const bytes = Buffer.from('a file');
const pieces = [bytes.subarray(0, 2), bytes.subarray(2)];
const digest = createHash('sha256').update(bytes).digest();

test.each([
  ['in hexadecimal, as GET tells', digest.toString('hex')],
  ['in capitals', digest.toString('hex').toUpperCase()],
  ['in base64, as webhooks tell', digest.toString('base64')],
])('the hash of a file fits it %s', (_how, hash) => {
  expect(matchesHash(pieces, hash)).toBe(true);
});

test.each(['', 'nonsense', createHash('sha256').update('another').digest('base64')])('%j fits no file', (hash) => {
  expect(matchesHash(pieces, hash)).toBe(false);
});
