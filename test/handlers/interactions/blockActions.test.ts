import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockActions } from '../../../src/handlers/interactions/blockActions';

/** Answered as submit and close of their view. */
const FOOTER = ['submit-view', 'close-view'];

test('every button that can be drawn does something, and nothing is done that cannot be pressed', () => {
  const source = readFileSync(join(__dirname, '../../../src/handlers/interactions/ActionId.ts'), 'utf8');
  const ids = [...source.matchAll(/'([a-z-]+)'/g)].map(([, id]) => id ?? '');
  expect(ids.length).toBeGreaterThan(FOOTER.length);
  expect(Object.keys(blockActions).sort()).toEqual(ids.filter((id) => !FOOTER.includes(id)).sort());
});
