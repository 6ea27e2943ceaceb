import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBearable } from '../../../src/handlers/entry/endpoints/isBearable';

const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

test.each([
  ['no body', undefined],
  ['null', null],
  ['text', '{"constructor":1}'],
  ['bytes', new Uint8Array(20_000)],
  ['thirty levels', nested(30)],
  ['words that only look like names of a prototype', { text: 'constructor', constructors: ['__proto__'] }],
])('%s can be borne', (_what, body) => {
  expect(isBearable(body)).toBe(true);
});

test.each([
  ['a hundred thousand levels', Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 0)],
  ['__proto__', JSON.parse('{"a":[{"__proto__":1}]}')],
  ['constructor', { a: { constructor: 1 } }],
  ['prototype', { prototype: {} }],
  ['a very long list', { a: Array.from({ length: 20_000 }).fill(0) }],
])('%s cannot', (_what, body) => {
  expect(isBearable(body)).toBe(false);
});

test('every recorded webhook can', () => {
  const folder = join(__dirname, '../../fixtures');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(isBearable(JSON.parse(readFileSync(join(folder, name), 'utf8')))).toBe(true);
});
