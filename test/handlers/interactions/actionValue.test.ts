import fc from 'fast-check';
import { decodeValue, encodeValue } from '../../../src/handlers/core/actionValue';

const values = fc.record(
  { number: fc.string(), messageId: fc.string(), flow: fc.string(), view: fc.string() },
  { requiredKeys: [] },
);

describe('what a button carries', () => {
  test('comes back as it went out', () => {
    fc.assert(fc.property(values, (value) => expect(decodeValue(encodeValue(value))).toEqual(value)));
  });

  test('is nothing when a client sends anything else', () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.anything());
    fc.assert(
      fc.property(anything, (sent) => {
        const known = Object.entries(decodeValue(sent));
        expect(
          known.every(([name, value]) => /^(number|messageId|flow|view)$/.test(name) && typeof value === 'string'),
        ).toBe(true);
      }),
    );
    for (const sent of [undefined, null, 7, {}, '', 'no json', '[]', '"text"', '{"number":1}', '{"number":null}']) {
      expect(decodeValue(sent)).toEqual({});
    }
  });
});
