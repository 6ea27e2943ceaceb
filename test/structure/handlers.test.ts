import { findMissingTables } from './support/findMissingTables';
import { listFiles } from './support/listFiles';

describe('every entry folder of src/handlers has its table', () => {
  test('holds', () => {
    expect(findMissingTables([...listFiles('App.ts'), ...listFiles('src/handlers')])).toEqual([]);
  });

  test('catches a folder without one', () => {
    expect(findMissingTables(['src/handlers/entry/jobs/sweep.ts', 'src/handlers/dialog360/send.ts'])).toEqual([
      'src/handlers/entry/jobs/ has no src/handlers/entry/jobs/jobs.ts',
    ]);
    expect(findMissingTables(['src/handlers/entry/jobs/sweep.ts', 'src/handlers/entry/jobs/jobs.ts'])).toEqual([]);
  });
});
