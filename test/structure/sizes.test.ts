import { findLongFiles } from './support/findLongFiles';
import { ownPlaces } from './support/ownPlaces';
import { readSources } from './support/readSources';
import { readStyleSheets } from './support/readStyleSheets';

const HARD_LIMIT = 400;

describe('small files', () => {
  test('no source file and no style sheet is over 400 lines', () => {
    expect(findLongFiles([...readSources(...ownPlaces), ...readStyleSheets(...ownPlaces)], HARD_LIMIT)).toEqual([]);
  });

  test('catches a file that is one line too long', () => {
    const text = '// a line\n'.repeat(HARD_LIMIT + 1);
    expect(findLongFiles([{ path: 'src/long.ts', text }], HARD_LIMIT)).toEqual(['src/long.ts: 401 lines, at most 400']);
    expect(findLongFiles([{ path: 'src/fits.ts', text: text.slice(10) }], HARD_LIMIT)).toEqual([]);
  });
});
