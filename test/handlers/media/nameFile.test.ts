import { nameFile } from '../../../src/handlers/media/nameFile';
import { acceptsMediaType } from '../../../src/handlers/settings/acceptsMediaType';
import { sayKeys } from '../../support/sayKeys';

const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf', 'text/csv'], type);
const nameOf = (filename: string, type: string) =>
  nameFile({ media: { kind: 'document', filename }, wamid: 'w1', at: 0, t: sayKeys }, type, accepts);

test.each([
  ['cv.pdf', 'application/pdf', 'cv.pdf'],
  ['photo.JPG', 'image/jpeg', 'photo.JPG'],
  ['data.csv', 'text/comma-separated-values', 'data.csv'],
  ['cv', 'application/pdf', 'cv.pdf'],
  ['version 1.2', 'application/pdf', 'version 1.2.pdf'],
  ['evil.exe', 'application/pdf', 'evil.exe.pdf'],
  ['page.html', 'image/png', 'page.html.png'],
  ['something', 'application/x-nobody-knows', 'something'],
])('%s of the type %s is called %s', (filename, type, name) => {
  expect(nameOf(filename, type)).toBe(name);
});

test('a made name gets the ending of its type', () => {
  const naming = { media: { kind: 'voice' as const }, wamid: 'w1', at: 0, t: sayKeys };
  expect(nameFile(naming, 'audio/ogg', accepts)).toMatch(/-19700101T000000Z-[\da-f]{6}\.ogg$/);
});
