import { escapeText } from '../../../src/handlers/markup/escapeText';
import { readSigns } from '../../../src/handlers/markup/readSigns';

const place = (line: string) => ({ at: 0, signs: readSigns(line, []), inside: false, before: '', afterAddress: false });

describe('plain text of a line', () => {
  test.each([
    ['a sign that could pair', 'a * b *', 'a \\* b \\*'],
    ['a dotted word before such a sign, which would be an address', '5.5* or 4.5*', '5\\.5\\* or 4\\.5\\*'],
    ['a sign behind a colon, which would be a face', ':* and *', ':\u2060\\* and \\*'],
    ['a typed backslash before a sign', '\\_', '\\\\_'],
  ])('has its escape: %s', (_what, text, escaped) => {
    expect(escapeText(text, place(text))).toBe(escaped);
  });

  test.each(['a * b', 'order_id and user_id', 'no signs at all.', 'e.g. 5.5 or v1.2'])('needs none: %s', (text) => {
    expect(escapeText(text, place(text))).toBe(text);
  });

  test('has none inside a mark, where Rocket.Chat knows none', () => {
    expect(escapeText('a * b *', { ...place('a * b *'), inside: true })).toBe('a * b *');
  });

  test('is set off from an address, which would swallow the backslash', () => {
    expect(escapeText('* b *', { ...place('* b *'), afterAddress: true })).toBe(' \\* b \\*');
  });
});
