import { readPlainLine } from '../../../../src/handlers/whatsapp/markup/addresses';
import { readSigns } from '../../../../src/handlers/whatsapp/markup/markdownSigns';
import { readWhatsAppLine } from '../../../../src/handlers/whatsapp/markup/readWhatsAppLine';
import { simplifyForMarkdown } from '../../../../src/handlers/whatsapp/markup/simplifyForMarkdown';
import {
  breakMentions,
  escapeText,
  writeMarkdownLine,
} from '../../../../src/handlers/whatsapp/markup/writeMarkdownLine';
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

test.each([
  ['wake @all of them', 'wake @\u2060all of them'],
  ['@HERE.', '@\u2060HERE.'],
  ['@allison and @heretic', '@allison and @heretic'],
  ['@ann', '@ann'],
])('"%s" wakes nobody', (text, broken) => {
  expect(breakMentions(text)).toBe(broken);
});

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

test.each([
  ['signs that stand in it twice', '*a* _b ~', ['*'], false],
  ['none that belong to an address', 'https://e.co/*a*b *', [], true],
  ['underscores that are all in names', 'order_id user_name', ['_'], true],
  ['an underscore that is not', 'order_id _x', ['_'], false],
])('a line may have %s', (_what, line, paired, inNames) => {
  const signs = readSigns(line, readPlainLine(line));
  expect([...signs.paired]).toEqual(paired);
  expect(signs.areUnderscoresInNames).toBe(inNames);
});

const simplify = (line: string) => {
  const nodes = readWhatsAppLine(line);
  return simplifyForMarkdown(nodes, readSigns(line, nodes)).map(({ at: _at, ...node }) => node);
};

describe('what Rocket.Chat can show', () => {
  test('is a mark as it is', () => {
    expect(simplify('*a _b_*')).toMatchObject([
      { kind: 'mark', children: [{ text: 'a ' }, { kind: 'mark', mark: 'italic' }] },
    ]);
  });

  test('is a mark around the addresses in it', () => {
    expect(simplify('*see https://a.de now*')).toMatchObject([
      { kind: 'mark', children: [{ text: 'see' }] },
      { text: ' ' },
      { kind: 'url', text: 'https://a.de' },
      { text: ' ' },
      { kind: 'mark', children: [{ text: 'now' }] },
    ]);
    expect(simplify('*(https://a.de)*')).toMatchObject([{ text: '(' }, { kind: 'url' }]);
  });

  test.each([
    ['a mark with its own sign inside', '*a*b*'],
    ['a mark with other signs inside that could pair', '*a _b* c_'],
    ['code with a backtick inside', '```a`b```'],
  ])('is not %s, which is shown with its signs', (_what, line) => {
    const nodes = simplify(line);
    expect(nodes.map((node) => ('text' in node ? node.text : '')).join('')).toBe(line);
    expect(nodes.every(({ kind }) => kind === 'text')).toBe(true);
  });
});
