import { findAddresses, maskAddresses, readPlainLine } from '../../../../src/handlers/whatsapp/markup/addresses';
import { freeAddresses } from '../../../../src/handlers/whatsapp/markup/freeAddresses';
import { readSigns } from '../../../../src/handlers/whatsapp/markup/markdownSigns';
import type { Inline } from '../../../../src/handlers/whatsapp/markup/marks';
import { isWordAround } from '../../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../../src/handlers/whatsapp/markup/readWhatsAppLine';
import { simplifyForMarkdown } from '../../../../src/handlers/whatsapp/markup/simplifyForMarkdown';
import {
  breakMentions,
  escapeText,
  writeMarkdownLine,
} from '../../../../src/handlers/whatsapp/markup/writeMarkdownLine';
import { seededRandom, seenInRocketChat, seenInWhatsApp } from './support/seen';

describe('readWhatsAppLine', () => {
  describe('readWhatsAppLine', () => {
    /** Marks as tags, so that a case fits in a line. */
    function tagged(nodes: Inline[]): string {
      return nodes
        .map((node) =>
          node.kind === 'mark'
            ? `<${node.mark}>${tagged(node.children)}</>`
            : node.kind === 'text'
              ? node.text
              : `<${node.kind}>${node.text}</>`,
        )
        .join('');
    }

    describe('a line as WhatsApp shows it', () => {
      test.each([
        ['*a* _b_ ~c~ `d`', '<bold>a</> <italic>b</> <strike>c</> <code>d</>'],
        ['*a _b ~c~_*', '<bold>a <italic>b <strike>c</></></>'],
        ['(*a*), *b*!', '(<bold>a</>), <bold>b</>!'],
        ['**a**', '*<bold>a</>*'],
        ['*a*b*', '<bold>a*b</>'],
        ['a*b*', 'a*b*'],
        ['*a*b', '*a*b'],
        ['* a* *b *', '* a* *b *'],
        ['5*3*2', '5*3*2'],
        ['é*b* *b*é', 'é*b* *b*é'],
        ['😀*b*❤️*c*', '😀<bold>b</>❤️<bold>c</>'],
        ['*a `*b` c*', '<bold>a <code>*b</> c</>'],
        ['```a *b*```', '<code>a *b*</>'],
        ['` `', '` `'],
        ['\\_a_/', '\\_a_/'],
        ['*see https://e.co/*a*', '<bold>see <url>https://e.co/*a</></>'],
        ['_me_x@e.co_', '<italic><url>me_x@e.co</></>'],
      ])('%s', (line, shown) => {
        expect(tagged(readWhatsAppLine(line))).toBe(shown);
      });

      test('says of each piece where it stands, and leaves none out', () => {
        const random = seededRandom(17);
        const pieces = [...'*_~` ab.', 'é', '😀', 'https://e.co/_a_ '];
        for (let round = 0; round < 1_000; round += 1) {
          const line = Array.from({ length: random.below(20) }, () => random.pick(pieces)).join('');
          const leaves = (nodes: Inline[]): Inline[] =>
            nodes.flatMap((node) => (node.kind === 'mark' ? leaves(node.children) : [node]));
          for (const leaf of leaves(readWhatsAppLine(line))) {
            if (leaf.kind === 'text' || leaf.kind === 'url') expect(line.startsWith(leaf.text, leaf.at)).toBe(true);
          }
          const letters = leaves(readWhatsAppLine(line))
            .map((leaf) => ('text' in leaf ? leaf.text : ''))
            .join('');
          expect(letters.replace(/[*_~`]/g, '')).toBe(line.replace(/[*_~`]/g, ''));
        }
      });
    });
  });

  describe('marks', () => {
    test.each([
      ['a', true],
      ['7', true],
      ['é', true],
      ['e\u0301', true],
      ['ع', true],
      ['語', true],
      ['𝒜', true],
      [' ', false],
      ['!', false],
      ['_', false],
      ['😀', false],
      ['❤️', false],
      ['1️⃣', false],
      ['', false],
    ])('"%s" is a part of a word: %s', (text, isWord) => {
      expect(isWordAround(`${text}*`, text.length, 'before')).toBe(isWord);
      expect(isWordAround(`*${text}`, 1, 'after')).toBe(text === '1️⃣' ? true : isWord);
    });
  });
});

describe('writeMarkdownLine', () => {
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

  const place = (line: string) => ({
    at: 0,
    signs: readSigns(line, []),
    inside: false,
    before: '',
    afterAddress: false,
  });

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
});

describe('addresses', () => {
  describe('addresses', () => {
    describe('addresses in a line', () => {
      test.each([
        ['a web address', 'see https://example.com/a_b?c=_d_ now', ['https://example.com/a_b?c=_d_']],
        ['one without its scheme', 'www.example.com', ['www.example.com']],
        ['a domain with a path', 't.me/a_b_c and example.com:8080/x', ['t.me/a_b_c', 'example.com:8080/x']],
        ['a mail address', 'to first_last_x@mail.example.com!', ['first_last_x@mail.example.com']],
        ['an address in a mark, without the sign that closes it', '*https://example.com/a*', ['https://example.com/a']],
        ['an address in angle brackets', '<https://example.com|a>', ['https://example.com']],
        ['two of them', 'https://a.de https://b.de', ['https://a.de', 'https://b.de']],
      ])('are found: %s', (_what, line, addresses) => {
        const found = findAddresses(line);
        expect(found.map(({ text }) => text)).toEqual(addresses);
        for (const { at, text } of found) expect(line.slice(at, at + text.length)).toBe(text);
      });

      test.each(['example.com', '4.5', 'a@b', 'xhttps://example.com', 'http:// x', 'z.B.'])(
        'are none in "%s"',
        (line) => {
          expect(findAddresses(line)).toEqual([]);
        },
      );
    });

    test.each([
      ['*a* https://e.co/_b_d _c_', '*a* xxxxxxxxxxxxxxxxx _c_'],
      ['_https://e.co/a_', '_xxxxxxxxxxxxxx_'],
      ['no address', 'no address'],
    ])('"%s" keeps its length and loses the signs of its addresses', (line, masked) => {
      expect(maskAddresses(line)).toBe(masked);
      expect(masked).toHaveLength(line.length);
    });

    test('a line without marks is its text and its addresses', () => {
      expect(readPlainLine('see https://a.de *now*', 10)).toEqual([
        { kind: 'text', at: 10, text: 'see ' },
        { kind: 'url', at: 14, text: 'https://a.de' },
        { kind: 'text', at: 26, text: ' *now*' },
      ]);
      expect(readPlainLine('')).toEqual([]);
    });
  });

  describe('freeAddresses', () => {
    test.each([
      ['*https://shop.example/a*', 'https://shop.example/a'],
      ['~www.shop.example~', 'www.shop.example'],
      ['*_https://shop.example/a_*', 'https://shop.example/a'],
      ['- *https://shop.example/a*', '- https://shop.example/a'],
      ['_see https://shop.example/a_', '_see_ https://shop.example/a'],
      ['*https://shop.example now*', 'https://shop.example *now*'],
      ['*see https://a.example/x and https://b.example/y*', '*see https://a.example/x and* https://b.example/y'],
      ['*mail me@shop.example*', '*mail* me@shop.example'],
    ])('the marks of %s stand beside its address: %s', (line, freed) => {
      expect(freeAddresses(line)).toBe(freed);
    });

    test.each([
      '*see https://shop.example now*',
      '*Shop (https://shop.example/a)*',
      '*a* https://shop.example *b*',
      '*bold* and `*https://shop.example*`',
      'https://shop.example/*a*',
      'no address: *bold*',
    ])('what touches no address stays: %s', (line) => {
      expect(freeAddresses(line)).toBe(line);
    });

    test('a long line costs no more than its length', () => {
      const line = '*https://shop.example/a* '.repeat(2_600);
      expect(freeAddresses(line)).toBe('https://shop.example/a '.repeat(2_600));
    });
  });
});
