import { readMediaRules } from '../../../src/handlers/media/readMediaRules';
import { fakeHost } from '../../support/fakeHost';

test('the settings say what may pass', async () => {
  const settings = { file_uploads_enabled: true, max_file_upload_size: -1, accepted_media_types: 'audio/*' };
  const rules = await readMediaRules(fakeHost({ settings }).host);
  expect(rules).toMatchObject({ enabled: true, maxSize: Infinity });
  expect([rules.accepts('audio/ogg; codecs=opus'), rules.accepts('image/png')]).toEqual([true, false]);
});
