import { toRecord } from '../../../src/handlers/core/records/toRecord';
import { overTheWire } from '../../support/overTheWire';

describe('what is stored', () => {
  test('lacks what is undefined, which the wire would turn into null', () => {
    const facts = { a: undefined, b: { c: undefined, d: null }, e: [1], f: '' };
    expect(Object.keys(toRecord(facts))).toEqual(['b', 'e', 'f']);
    expect(overTheWire(toRecord(facts))).toEqual({ b: { d: null }, e: [1], f: '' });
    expect(overTheWire(facts)).toMatchObject({ a: null, b: { c: null } });
  });
});
