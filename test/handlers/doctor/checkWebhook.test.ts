import { checkWebhook } from '../../../src/handlers/numbers/doctor/checkWebhook';
import { exam } from '../../support/exam';

const url = 'https://chat.example.org/api/apps/private/app-id/hash/incoming';
const secret = { 'X-WhatsApp-Webhook-Secret': 'secret-of-the-number' };

const found = async (json: object, foreign = 0) => {
  const examined = await exam({ replies: [{ json }] });
  if (foreign > 0) examined.host.memory.foreignEvents.set(examined.number.digits, foreign);
  return checkWebhook(examined);
};
const keys = async (...given: Parameters<typeof found>) =>
  (await found(...given)).map(({ level, says }) => `${level} ${says.key}`);

test('our address with our secret is well, in whatever case 360dialog writes the header', async () => {
  expect(await keys({ url, headers: secret })).toEqual(['good doctor:webhookOurs', 'good doctor:secretSet']);
});

test.each([
  [{ url: '' }, ['bad doctor:webhookLost']],
  [{ url: 'https://other.example.org/hook?token=theirs' }, ['bad doctor:webhookForeign']],
  [{ url }, ['good doctor:webhookOurs', 'bad doctor:secretWrong']],
  [{ url, headers: { 'x-whatsapp-webhook-secret': 'old' } }, ['good doctor:webhookOurs', 'bad doctor:secretWrong']],
])('%j is found', async (webhook, findings) => {
  expect(await keys(webhook)).toEqual(findings);
});

test('our own address of before is told as such', async () => {
  const examined = await exam({ replies: [{ json: { url: url.replace('chat', 'old') } }] });
  const number = { ...examined.number, siteUrl: 'https://old.example.org' };
  expect(await checkWebhook({ ...examined, number })).toEqual([
    { level: 'bad', says: { key: 'doctor:webhookMoved', params: { host: 'old.example.org' } } },
  ]);
});

test('of somebody else’s address only the host is told', async () => {
  expect(await found({ url: 'https://other.example.org/hook?token=theirs' })).toMatchObject([
    { says: { params: { host: 'other.example.org' } } },
  ]);
});

test('events of other numbers are told', async () => {
  expect(await found({ url, headers: secret }, 3)).toMatchObject([
    {},
    {},
    { level: 'doubtful', says: { key: 'doctor:foreignEvents', params: { count: 3 } } },
  ]);
});
