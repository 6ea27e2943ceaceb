import fc from 'fast-check';
import { splitText, TEXT_LIMIT, textPieces } from '../../../src/handlers/outbound/pieces/textPieces';
import type { Inline } from '../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../src/handlers/whatsapp/markup/readWhatsAppLine';

describe('textPieces', () => {
  const connection = { http: {} as never, baseUrl: '', apiKey: '' };

  describe('a text in pieces', () => {
    test('has what stands before it once, at its beginning, within the limit', async () => {
      const pieces = textPieces('word '.repeat(2_000), '[Maria] - ');
      const bodies = await Promise.all(pieces.map(async (piece) => JSON.stringify(await piece.content(connection))));
      expect(bodies.map((body) => body.includes('[Maria] - '))).toEqual([true, false, false]);
      for (const body of bodies) expect(body.length).toBeLessThan(TEXT_LIMIT + 100);
    });

    test('has the same name for the same words, and another one for others', () => {
      const [first] = textPieces('Hello');
      expect(textPieces('Hello', '[Maria] - ')[0]?.id).toBe(first?.id);
      expect(textPieces('Hello!')[0]?.id).not.toBe(first?.id);
    });

    test.each(['', ' \n '])('is none where nothing was said: %j', (text) => {
      expect(textPieces(text)).toEqual([]);
      expect(textPieces(text, '[Maria] - ')).toEqual([]);
    });
  });

  const letters = (pieces: readonly string[]) =>
    [...pieces.join('').replaceAll('```', '')].filter((letter) => !/\s/u.test(letter)).join('');
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(' ', '\n', 'a', '😀', 'ю'), fc.string({ maxLength: 1 })),
    maxLength: 120,
  });

  /** Each letter, with the marks around it and whether it is quoted. */
  function markedLetters(whole: string): string[] {
    const read = (nodes: readonly Inline[], around: string): string[] =>
      nodes.flatMap((node) =>
        node.kind === 'mark'
          ? read(node.children, `${around} ${node.mark}`)
          : [...node.text].flatMap((letter) => (/[a-z]/.test(letter) ? [`${letter}${around} ${node.kind}`] : [])),
      );
    return whole.split('\n').flatMap((line) => read(readWhatsAppLine(line), line.startsWith('> ') ? ' quoted' : ''));
  }

  describe('a long text', () => {
    test('loses nothing that can be read, keeps its order, and fits', () => {
      fc.assert(
        fc.property(text, fc.integer({ min: 1, max: 40 }), (written, limit) => {
          const pieces = splitText(written, limit);
          expect(letters(pieces)).toBe(letters([written]));
          for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(limit);
        }),
      );
    });

    test('stays whole as long as it fits, by characters and not by bytes', () => {
      for (const written of ['', 'Hello', '😀'.repeat(TEXT_LIMIT)]) expect(splitText(written)).toEqual([written]);
      expect(splitText('😀'.repeat(TEXT_LIMIT + 1))).toEqual(['😀'.repeat(TEXT_LIMIT), '😀']);
    });

    test('is cut between paragraphs where it can, else lines, else words', () => {
      expect(splitText('one two three\n\nfour five\nsix seven', 20)).toEqual(['one two three', 'four five\nsix seven']);
      expect(splitText('one two three\nfour five six', 20)).toEqual(['one two three', 'four five six']);
    });

    test('keeps a word whole that fits into a piece of its own, such as an address', () => {
      const address = `https://shop.example/${'a'.repeat(15)}`;
      expect(splitText(`Look: ${address} there`, 40)).toEqual(['Look:', address, 'there']);
    });

    test.each([
      [
        'which goes on',
        '```one two three four\nfive six seven eight\n  nine ten```',
        ['```one two three four```', '```five six seven eight\n  nine ten```'],
      ],
      [
        'which begins at the end of a piece',
        'words that fill what is there ```\ncode goes here```',
        ['words that fill what is there', '```\ncode goes here```'],
      ],
      [
        'which ends right behind the cut',
        '```one two three four five six seven\n```\nand after that',
        ['```one two three four five six seven```', 'and after that'],
      ],
    ])('closes and opens again a block of code %s', (_what, written, pieces) => {
      expect(splitText(written, 40)).toEqual(pieces);
    });

    test.each<[string, string, string[]]>([
      [
        'bold words',
        '*one two three four five six seven eight nine*',
        ['*one two three four five six seven*', '*eight nine*'],
      ],
      [
        'marks in marks',
        '*one _two three ~four five six seven eight~ nine_ ten*',
        ['*one _two three ~four five six seven~_*', '*_~eight~ nine_ ten*'],
      ],
      [
        'code',
        'look: `one two three four five six seven eight nine`',
        ['look: `one two three four five six`', '`seven eight nine`'],
      ],
      [
        'code in bold words',
        '*one two `three four five six seven eight nine`*',
        ['*one two `three four five six seven`*', '*`eight nine`*'],
      ],
      [
        'a quote',
        '> one two three four five six seven eight nine ten',
        ['> one two three four five six seven', '> eight nine ten'],
      ],
      [
        'a quote with bold words',
        '> one *two three four five six seven eight* nine',
        ['> one *two three four five six seven*', '> *eight* nine'],
      ],
      [
        'an item of a list',
        '- one *two three four five six seven eight* nine',
        ['- one *two three four five six seven*', '*eight* nine'],
      ],
      [
        'a mark over three pieces',
        `_${'word '.repeat(18)}end_`,
        ['_word word word word word word word_', '_word word word word word word word_', '_word word word word end_'],
      ],
      [
        'a mark that ends right behind the cut',
        `*${'a'.repeat(35)}* and more words`,
        [`*${'a'.repeat(35)}*`, 'and more words'],
      ],
      [
        'a mark that would begin at the very end',
        `${'a'.repeat(34)} (*${'b'.repeat(60)}*`,
        ['a'.repeat(34), `(*${'b'.repeat(34)}*`, `*${'b'.repeat(26)}*`],
      ],
      [
        'a mark beside an address',
        '*one two three https://a.example/b and so on and on*',
        ['*one two three* https://a.example/b', '*and so on and on*'],
      ],
      [
        'a line that ends with the piece',
        '> one two three four five six\nseven eight nine',
        ['> one two three four five six', 'seven eight nine'],
      ],
      [
        'a sign that marks nothing',
        'one * two three four five six seven eight nine ten',
        ['one * two three four five six seven', 'eight nine ten'],
      ],
      [
        'signs in a block of code',
        '```a *b c\nd e f g h i j k l m n o p q r s* t u v```',
        ['```a *b c\nd e f g h i j k l m n o p```', '```q r s* t u v```'],
      ],
    ])('closes and opens again what is open at a cut: %s', (_what, written, pieces) => {
      const cut = splitText(written, 40);
      expect(cut).toEqual(pieces);
      for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(40);
    });

    const words = fc.array(fc.constantFrom('a', 'bcd', 'efghij'), { minLength: 1, maxLength: 30 });
    const marked = words.chain((each) =>
      fc.constantFrom('', '*', '_', '~', '`', '*_', '_~*').map((signs) => {
        const closing = [...signs].reverse().join('');
        return signs + each.join(' ') + closing;
      }),
    );
    const lines = fc.array(fc.tuple(fc.constantFrom('', '> ', '- '), fc.array(marked, { minLength: 1, maxLength: 4 })));

    test('shows every letter with the marks that it had', () => {
      fc.assert(
        fc.property(lines, fc.integer({ min: 32, max: 60 }), (written, limit) => {
          const whole = written.map(([start, parts]) => start + parts.join(' ')).join('\n');
          const pieces = splitText(whole, limit);
          for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(limit);
          expect(pieces.flatMap(markedLetters)).toEqual(markedLetters(whole));
        }),
      );
    });

    test('is cut at the last line or word that fits', () => {
      expect(splitText('one two three', 9)).toEqual(['one two', 'three']);
      expect(splitText('one two\nthree four', 10)).toEqual(['one two', 'three four']);
    });

    test('is cut within a word where the words are too long, and not into crumbs', () => {
      expect(splitText('a bcdefghijkl', 6)).toEqual(['a bcde', 'fghijk', 'l']);
    });
  });
});
