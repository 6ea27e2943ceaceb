import { findLongFiles } from './support/findLongFiles';
import { ownPlaces } from './support/ownPlaces';
import { readSources } from './support/readSources';
import { readStyleSheets } from './support/readStyleSheets';

const HARD_LIMIT = 400;
const SMALL = 80;
const SHARE_OF_LARGER_FILES = 0.25;

describe('small files', () => {
  test('no source file and no style sheet is over 400 lines', () => {
    expect(findLongFiles([...readSources(...ownPlaces), ...readStyleSheets(...ownPlaces)], HARD_LIMIT)).toEqual([]);
  });

  test.each(['src', 'workbench/src', 'workbench/web'])('at most a quarter of %s is over 80 lines', (folder) => {
    const sources = readSources(folder);
    const larger = findLongFiles(sources, SMALL);
    // The list is the report: jest prints it when there are too many.
    expect(larger.length <= sources.length * SHARE_OF_LARGER_FILES ? [] : larger).toEqual([]);
  });

  test('catches a file that is one line too long', () => {
    const text = '// a line\n'.repeat(HARD_LIMIT + 1);
    expect(findLongFiles([{ path: 'src/long.ts', text }], HARD_LIMIT)).toEqual(['src/long.ts: 401 lines, at most 400']);
    expect(findLongFiles([{ path: 'src/fits.ts', text: text.slice(10) }], HARD_LIMIT)).toEqual([]);
  });
});
