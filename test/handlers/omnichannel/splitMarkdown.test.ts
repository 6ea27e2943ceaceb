import fc from 'fast-check';
import { splitMarkdown } from '../../../src/handlers/omnichannel/splitMarkdown';

const readable = (text: string) => text.replace(/[\s`]/gu, '');
const unit = fc.constantFrom('a', 'b', ' ', '\n', '😀', 'ю', '```\n', '`');
const written = fc.string({ unit, maxLength: 200 });

describe('a text that is longer than Rocket.Chat takes', () => {
  test('loses nothing that can be read, keeps its order, and fits', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 20, max: 60 }), (text, limit) => {
        const pieces = splitMarkdown(text, limit);
        expect(readable(pieces.join(''))).toBe(readable(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  test('is cut between its lines, or its words', () => {
    expect(splitMarkdown('one two three four\nfive six', 20)).toEqual(['one two', 'three four', 'five six']);
  });

  test('stays whole where it fits', () => {
    expect(splitMarkdown('0123456789\n0123456789', 21)).toEqual(['0123456789\n0123456789']);
  });

  test('keeps a block of code a block of code', () => {
    const lines = Array.from({ length: 6 }, (_, index) => `line ${index}`);
    for (const piece of splitMarkdown(['```', ...lines, '```', 'text'].join('\n'), 30)) {
      expect((piece.match(/^```$/gm) ?? []).length % 2).toBe(0);
    }
  });
});
