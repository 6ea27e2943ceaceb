import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// POST /api/v1/livechat/upload/:rid, as the livechat widget calls it.

let workbench: TestWorkbench;
let customers = 0;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip });
  await workbench.setServerSetting('API_Enable_Rate_Limiter', false);
});

afterAll(() => workbench.stop());

async function open(): Promise<{ rid: string; token: string }> {
  customers += 1;
  const token = `token-${customers}`;
  const path = new URL(workbench.privateUrl('conversation')).pathname;
  const customer = { token, phone: `+1555000${customers}`, name: `Customer ${customers}`, text: 'Hello' };
  return { rid: (await workbench.http.post<{ roomId: string }>(path, customer)).roomId, token };
}

/** @returns the answer's status and body */
async function upload(
  rid: string,
  headers: Record<string, string>,
  file: { type?: string; name?: string; field?: string; bytes?: Uint8Array } = {},
) {
  const { type = 'application/pdf', name = 'Fatura março.pdf', field = 'file', bytes = Buffer.from('%PDF') } = file;
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  form.append('description', 'as agreed');
  const path = `/api/v1/livechat/upload/${rid}`;
  const answer = await workbench.http.request<Record<string, unknown>>('POST', path, form, headers);
  return { status: answer.status, body: answer.body };
}

test('a file of a visitor is stored and posted in their name, and the answer is its message', async () => {
  const { rid, token } = await open();
  const { status, body } = await upload(rid, { 'x-visitor-token': token });
  expect({ status, body }).toMatchObject({ status: 200, body: { success: true, rid, msg: '', token } });
  const manager = await workbench.as('manager');
  const message = await manager.findMessage(rid, ({ _id }) => _id === body._id);
  expect(message).toMatchObject({ token, u: { name: `Customer ${customers}` }, ts: body.ts });
  expect(message.file).toMatchObject({ name: 'Fatura março.pdf', type: 'application/pdf' });
  expect(message.attachments).toMatchObject([{ description: 'as agreed' }]);
});

test.each([
  ['that has an ending of its own', 'video/mp4', 'film.pdf', 'video/mp4'],
  ['that says nothing', 'application/octet-stream', 'film.mp4', 'video/mp4'],
  ['that nobody knows', 'made/up', 'film.mp4', 'video/mp4'],
])('the type %s', async (_what, type, name, expected) => {
  const { rid, token } = await open();
  const { body } = await upload(rid, { 'x-visitor-token': token }, { type, name });
  expect(body.file).toMatchObject({ type: expected });
});

test('nobody else may: without a token, with a wrong one, in a foreign room, in a closed one', async () => {
  const own = await open();
  const foreign = await open();
  const closed = await open();
  await (await workbench.as('manager')).close(closed.rid, 'done');
  const answers = [
    await upload(own.rid, {}),
    await upload(own.rid, { 'x-visitor-token': 'nobody' }),
    await upload(foreign.rid, { 'x-visitor-token': own.token }),
    await upload(closed.rid, { 'x-visitor-token': closed.token }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});

describe('what the settings refuse is said', () => {
  const large = Buffer.alloc(200, 'x');
  test.each([
    ['Livechat_fileupload_enabled', false, true, { reason: 'error-file-upload-disabled' }],
    ['FileUpload_Enabled', false, true, { reason: 'error-file-upload-disabled' }],
    ['FileUpload_MediaTypeBlackList', 'application/pdf', 'image/svg+xml', { reason: 'error-type-not-allowed' }],
    ['FileUpload_MaxFileSize', 100, 104_857_600, { errorType: 'error-file-too-large' }],
  ])('%s', async (setting, value, usual, expected) => {
    const { rid, token } = await open();
    await workbench.setServerSetting(setting, value);
    const answer = await upload(rid, { 'x-visitor-token': token }, { bytes: large });
    await workbench.setServerSetting(setting, usual);
    expect(answer).toMatchObject({ status: 400, body: { success: false, ...expected } });
  });

  test('a form without a file', async () => {
    const { rid, token } = await open();
    expect((await upload(rid, { 'x-visitor-token': token }, { field: 'other' })).status).toBe(400);
  });
});

test('more than ten calls a minute are too many, refused ones included', async () => {
  const { rid, token } = await open();
  await workbench.setServerSetting('API_Enable_Rate_Limiter', true);
  for (let call = 0; call < 10; call += 1) expect((await upload(rid, {})).status).toBe(403);
  const { status, body } = await upload(rid, { 'x-visitor-token': token });
  await workbench.setServerSetting('API_Enable_Rate_Limiter', false);
  expect({ status, body }).toMatchObject({ status: 429, body: { error: expect.stringMatching(/too-many-requests/) } });
});
