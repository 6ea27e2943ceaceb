import { TEXT_LIMIT } from '../../../src/handlers/outbound/splitText';
import { textPieces } from '../../../src/handlers/outbound/textPieces';

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
