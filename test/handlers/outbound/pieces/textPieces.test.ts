import fc from 'fast-check';
import { splitText, TEXT_LIMIT, textPieces } from '../../../../src/handlers/outbound/pieces/textPieces';

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

  test('is cut at the last line or word that fits', () => {
    expect(splitText('one two three', 9)).toEqual(['one two', 'three']);
    expect(splitText('one two\nthree four', 10)).toEqual(['one two', 'three four']);
  });

  test('is cut within a word where the words are too long, and not into crumbs', () => {
    expect(splitText('a bcdefghijkl', 6)).toEqual(['a bcde', 'fghijk', 'l']);
  });
});
