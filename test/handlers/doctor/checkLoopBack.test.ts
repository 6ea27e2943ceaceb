import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { checkLoopBack } from '../../../src/handlers/numbers/doctor/checkLoopBack';
import { proofOf } from '../../../src/handlers/numbers/webhookSecret';
import { readWebhook } from '../../../src/handlers/whatsapp/webhook/readWebhook';
import { exam } from '../../support/exam';

test('a question goes out by the public address, without the secret of the number', async () => {
  const examined = await exam({ replies: [{ status: 401 }] });
  const post = jest.spyOn(examined.host.http, 'post');
  await checkLoopBack(examined);
  const [url, options] = post.mock.calls[0] ?? [];
  expect(url).toBe('https://chat.example.org/api/apps/private/app-id/hash/incoming');
  expect(options?.headers?.['x-whatsapp-webhook-secret']).toMatch(/^probe [\da-f]{32}$/);
  expect(JSON.stringify(options)).not.toContain('secret-of-the-number');
  expect(readWebhook(JSON.parse(options?.content ?? '')).events).toEqual([]);
});

test.each([
  ['another answer', { status: 404 }, { key: 'doctor:loopBackOther', params: { details: 'HTTP 404' } }],
  ['no answer', new Error('ETIMEDOUT'), { key: 'doctor:loopBackFailed' }],
  [
    'a server that answers everything well',
    { status: 200 },
    { key: 'doctor:loopBackOther', params: { details: 'HTTP 200' } },
  ],
])('%s is found', async (_what, reply, says) => {
  expect(await checkLoopBack(await exam({ replies: [reply] }))).toEqual([{ level: 'bad', says }]);
});

test('a proxy that takes less than Rocket.Chat itself is found', async () => {
  const examined = await exam({ replies: [{ status: 200 }] });
  const { visitorSecret } = await examined.host.memory.install.get(examined.host);
  jest.spyOn(examined.host.http, 'post').mockImplementation(async (_url, { headers, content } = {}) => {
    const nonce = headers?.['x-whatsapp-webhook-secret']?.replace('probe ', '') ?? '';
    const statusCode = (content ?? '').length > 50_000 ? 413 : 200;
    return { statusCode, content: proofOf(visitorSecret, nonce) } as IHttpResponse;
  });
  const says = { key: 'doctor:bodyRefused', params: { details: 'HTTP 413' } };
  expect(await checkLoopBack(examined)).toMatchObject([{ level: 'good' }, { level: 'doubtful', says }]);
});
