import type { Inline } from '../../../../src/handlers/whatsapp/markup/marks';
import { isWordAround } from '../../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../../src/handlers/whatsapp/markup/readWhatsAppLine';
import { seededRandom } from './support/seededRandom';

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
