import { checkFiles } from '../../../src/handlers/numbers/doctor/checkFiles';
import { exam } from '../../support/exam';

test.each([
  ['are on', {}, ['good doctor:filesOn']],
  ['are off', { file_uploads_enabled: false }, ['doubtful doctor:filesOff']],
])('files %s', async (_what, settings, findings) => {
  const found = await checkFiles(await exam({ settings }));
  expect(found.map(({ level, says }) => `${level} ${says.key}`)).toEqual(findings);
});

test('a setting that cannot be used is told', async () => {
  const found = await checkFiles(await exam({ settings: { api_base_url: 'ftp://x' } }));
  expect(found).toMatchObject([{ level: 'bad', says: { key: expect.any(String) } }]);
});
