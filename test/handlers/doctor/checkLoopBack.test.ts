import { checkLoopBack } from '../../../src/handlers/doctor/checkLoopBack';
import { readWebhook } from '../../../src/handlers/webhook/readWebhook';
import { exam } from '../../support/exam';

test('a webhook without news goes out by the public address and comes back to this app', async () => {
  const examined = await exam({ replies: [{ status: 200 }, { status: 401 }, { status: 200 }] });
  const post = jest.spyOn(examined.host.http, 'post');
  expect(await checkLoopBack(examined)).toMatchObject([{ level: 'good', says: { key: 'doctor:loopBack' } }]);
  const [url, options] = post.mock.calls[0] ?? [];
  expect(url).toBe('https://chat.example.org/api/apps/private/app-id/hash/incoming');
  expect(options).toMatchObject({ headers: { 'x-whatsapp-webhook-secret': 'secret-of-the-number' }, timeout: 5_000 });
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
  const findings = await checkLoopBack(await exam({ replies: [{ status: 200 }, { status: 401 }, { status: 413 }] }));
  const says = { key: 'doctor:bodyRefused', params: { details: 'HTTP 413' } };
  expect(findings).toMatchObject([{ level: 'good' }, { level: 'doubtful', says }]);
});
