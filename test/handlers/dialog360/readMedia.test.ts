import { readMedia } from '../../../src/handlers/dialog360/readMedia';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

describe('readMedia', () => {
  test.each([
    [
      'everything',
      { url: 'https://lookaside.fbsbx.com/a', mime_type: 'image/png', sha256: 'c86c', file_size: 182859, id: '1' },
      { url: 'https://lookaside.fbsbx.com/a', mimeType: 'image/png', sha256: 'c86c', fileSize: 182859 },
    ],
    [
      'a size as text',
      { url: 'https://a', file_size: '12' },
      { url: 'https://a', mimeType: undefined, sha256: undefined, fileSize: 12 },
    ],
    [
      'a size that is none',
      { url: 'https://a', file_size: -1 },
      { url: 'https://a', mimeType: undefined, sha256: undefined, fileSize: undefined },
    ],
  ])('tells %s', async (_case, json, media) => {
    const { connection, requests } = connect({ json });
    await expect(readMedia(connection, '12/../34')).resolves.toEqual(media);
    expect(requests[0]?.url).toBe('https://waba.example/12%2F..%2F34');
  });

  test('never asks again for what is refused, for the number would be blocked', async () => {
    const { connection } = connect(
      { status: 429 },
      { status: 400, json: { error: { message: 'm', code: 100, error_subcode: 33 } } },
    );
    expect(await failureOf(readMedia(connection, '1'))).toMatchObject({ key: 'errors:callsLimited', retry: 'no' });
    expect(await failureOf(readMedia(connection, '1'))).toMatchObject({ key: 'errors:notFound', retry: 'no' });
  });
});
