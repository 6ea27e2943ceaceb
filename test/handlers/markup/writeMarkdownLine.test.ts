import { readWhatsAppLine } from '../../../src/handlers/markup/readWhatsAppLine';
import { writeMarkdownLine } from '../../../src/handlers/markup/writeMarkdownLine';
import { seenInRocketChat } from './support/seenInRocketChat';
import { seenInWhatsApp } from './support/seenInWhatsApp';

const signs = ['*', '_', '~'];
const neighbours = [...'!"#$%&\'()+,-./:;<=>?@[]^{}', '|', 'é ', '😀', '❤️', '語 ', '\u200f'];

test.each(signs.flatMap((sign) => neighbours.map((neighbour) => [sign, neighbour])))(
  'a mark %s beside "%s" is shown as WhatsApp shows it',
  (sign, neighbour) => {
    for (const line of [`x ${neighbour}${sign}word two${sign} y`, `x ${sign}word${sign}${neighbour} y`]) {
      expect(seenInRocketChat(writeMarkdownLine(readWhatsAppLine(line), line))).toEqual(seenInWhatsApp(line));
    }
  },
);

test.each([
  ['a number that would be an address', '_4.5 stars_', '__4.5 stars__'],
  ['a name that would go on over the sign', '_@bob_', '_@bob\u2060_'],
  ['the same mark right behind', '_a__b_', '_a_\u2060_b_'],
])('a mark has what it needs for %s', (_what, line, markdown) => {
  expect(writeMarkdownLine(readWhatsAppLine(line), line)).toBe(markdown);
});
