import { frozenClock } from './support/frozenClock';
import { type Receiver, startReceiver } from './support/startReceiver';
import { startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import { templateParts } from './support/templateParts';
import type { Loose } from './support/Loose';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(frozenClock), startReceiver()]);
  await simulator.control('POST', '/switches', {
    limits: 'off',
    sentAfterMs: 600_000_000,
    deliveredAfterMs: 600_000_000,
    readAfterMs: null,
  });
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

const { body, template } = templateParts;

const definition = (more: object = {}) => ({
  name: 'new_one',
  language: 'en_US',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hello {{1}}, welcome back!', example: { body_text: [['Ana']] } }],
  ...more,
});
const withBody = (text: string, example?: object) => definition({ components: [{ type: 'BODY', text, example }] });
const withButtons = (...buttons: object[]) =>
  definition({
    components: [
      { type: 'BODY', text: 'Hello' },
      { type: 'BUTTONS', buttons },
    ],
  });

describe('the newer template API', () => {
  it('lists templates in pages until there is no next', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/message_templates?limit=8&fields=name,status';
    for (let page = 0; path !== undefined && page < 10; page += 1) {
      const { json } = await simulator.api('GET', path);
      expect(Object.keys(json.data[0]).sort()).toEqual(['id', 'name', 'status']);
      seen.push(...json.data.map(({ id }: Loose) => id));
      const next: string | undefined = json.paging.next;
      expect(next === undefined || next.startsWith(simulator.running.url)).toBe(true);
      path = next?.slice(simulator.running.url.length);
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toHaveLength((await simulator.control('GET', '/templates')).json.length);
  });

  it('filters, and gives an empty list without paging', async () => {
    const approved = await simulator.api('GET', '/message_templates?status=approved&language=de');
    expect(approved.json.data.map(({ name }: Loose) => name)).toEqual(['ticket_update']);
    expect((await simulator.api('GET', '/message_templates?name=nothing')).json).toEqual({ data: [] });
  });

  it('creates, reviews, edits and deletes, and tells it by webhook', async () => {
    await simulator.api('POST', '/waba_webhook', { url: receiver.url });
    const { json } = await simulator.api('POST', '/message_templates', definition());
    expect(json).toEqual({ id: expect.stringMatching(/^\d{15}$/), status: 'PENDING', category: 'UTILITY' });
    expect((await simulator.send(template('new_one', 'en_US', body('x')))).json.error.code).toBe(132001);
    await simulator.control('POST', '/clock', { advanceMs: 6000 });
    expect((await simulator.api('GET', `/message_templates/${json.id}`)).json).toMatchObject({ status: 'APPROVED' });
    expect((await simulator.send(template('new_one', 'en_US', body('x')))).status).toBe(200);
    const edited = await simulator.api('POST', `/message_templates/${json.id}`, {
      components: [{ type: 'BODY', text: 'Hello there' }],
    });
    expect(edited.json).toEqual({ success: true });
    expect((await simulator.api('GET', `/message_templates/${json.id}`)).json.status).toBe('PENDING');
    await simulator.control('POST', '/clock', { advanceMs: 6000 });
    expect((await simulator.api('DELETE', `/message_templates?hsm_id=${json.id}&name=new_one`)).json).toEqual({
      success: true,
    });
    await simulator.control('POST', '/clock', { advanceMs: 10 });
    const values = receiver.bodies().map(({ entry: [{ changes, time }] }) => ({ ...changes[0], time }));
    expect(values.map(({ field, value }) => [field, value.event])).toEqual([
      ['message_template_status_update', 'APPROVED'],
      ['message_template_status_update', 'APPROVED'],
      ['message_template_status_update', 'DELETED'],
    ]);
    expect(values[0]).toMatchObject({
      time: expect.any(Number),
      value: { message_template_id: Number(json.id), message_template_name: 'new_one', reason: 'NONE' },
    });
    expect(values[0].value).not.toHaveProperty('metadata');
  });

  it('answers with Meta’s subcode when there is nothing to delete', async () => {
    const { status, json } = await simulator.api('DELETE', '/message_templates?name=nothing');
    expect(status).toBe(400);
    expect(json.error).toMatchObject({
      code: 100,
      error_subcode: 2593002,
      error_user_title: 'Message Template Not Found',
      error_user_msg: expect.any(String),
      is_transient: false,
    });
  });

  it('archives and brings back', async () => {
    const [first] = (await simulator.control('GET', '/templates')).json;
    const archived = await simulator.api('POST', '/message_templates/archive', { hsm_ids: [first.externalId, '1'] });
    expect(archived.json).toEqual({
      archived_templates: [first.externalId],
      failed_templates: { 1: { error: expect.any(String) } },
    });
    const back = await simulator.api('POST', '/message_templates/unarchive', { hsm_ids: [first.externalId] });
    expect(back.json).toEqual({ unarchived_templates: [first.externalId], failed_templates: [] });
  });

  it.each<[string, object, RegExp]>([
    ['a name with blanks', definition({ name: 'New one' }), /lowercase/],
    ['another category', definition({ category: 'OTHER' }), /category must be one of/],
    ['another language', definition({ language: 'english' }), /language/],
    ['no components', definition({ components: undefined }), /components/],
    ['no body', definition({ components: [] }), /BODY/],
    ['a name and language that exist', definition({ name: 'hello_world' }), /already/],
    ['a body of 1025 characters', withBody('x'.repeat(1025)), /1024/],
    ['a variable without an example', withBody('Hello {{1}}, welcome back!'), /example/],
    ['a variable at the end', withBody('Hello {{1}}', { body_text: [['x']] }), /start or end/],
    [
      'a header of 61 characters',
      definition({
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) },
          { type: 'BODY', text: 'x' },
        ],
      }),
      /60/,
    ],
    [
      'a picture without a sample',
      definition({
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'BODY', text: 'x' },
        ],
      }),
      /example/,
    ],
    [
      'a footer with a variable',
      definition({
        components: [
          { type: 'BODY', text: 'x' },
          { type: 'FOOTER', text: 'a {{1}} b' },
        ],
      }),
      /footer cannot/,
    ],
    [
      'eleven buttons',
      withButtons(...Array.from({ length: 11 }, (_, n) => ({ type: 'QUICK_REPLY', text: `b${n}` }))),
      /at most 10/,
    ],
    ['a label of 26 characters', withButtons({ type: 'QUICK_REPLY', text: 'x'.repeat(26) }), /25/],
    [
      'buttons that are not grouped',
      withButtons(
        { type: 'QUICK_REPLY', text: 'a' },
        { type: 'URL', text: 'b', url: 'https://e.com' },
        { type: 'QUICK_REPLY', text: 'c' },
      ),
      /grouped/,
    ],
    [
      'a link with a variable in the middle',
      withButtons({ type: 'URL', text: 'b', url: 'https://e.com/{{1}}/x', example: ['a'] }),
      /at its end/,
    ],
    [
      'a link variable without an example',
      withButtons({ type: 'URL', text: 'b', url: 'https://e.com/{{1}}' }),
      /example/,
    ],
    ['a phone that is none', withButtons({ type: 'PHONE_NUMBER', text: 'b', phone_number: 'call me' }), /phone number/],
  ])('refuses a definition with %s', async (_title, given, words) => {
    const { status, json } = await simulator.api('POST', '/message_templates', given);
    expect([status, json.error.code]).toEqual([400, 100]);
    expect(`${json.error.message} ${json.error.error_user_msg ?? ''}`).toMatch(words);
  });

  // As Meta tells it: the samples of pywa, and of 360dialog's documents for a pause.
  const STATUS = 'message_template_status_update';
  it.each<[string, object, string, object, object]>([
    ['approve', {}, STATUS, { event: 'APPROVED', reason: 'NONE' }, { status: 'APPROVED' }],
    ['reject', { reason: 'SCAM' }, STATUS, { event: 'REJECTED', reason: 'SCAM' }, { status: 'REJECTED' }],
    ['pause', {}, STATUS, { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } }, { status: 'PAUSED' }],
    ['disable', {}, STATUS, { event: 'DISABLED' }, { status: 'DISABLED' }],
    ['flag', {}, STATUS, { event: 'FLAGGED' }, { status: 'APPROVED' }],
    [
      'category',
      { category: 'MARKETING' },
      'template_category_update',
      { new_category: 'MARKETING' },
      { category: 'MARKETING' },
    ],
    [
      'quality',
      { score: 'YELLOW' },
      'message_template_quality_update',
      { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' },
      { quality_score: { score: 'YELLOW' } },
    ],
  ])('“%s” changes the list and tells it', async (event, details, field, value, listed) => {
    await simulator.api('POST', '/waba_webhook', { url: receiver.url });
    const [{ id, externalId }] = (await simulator.control('GET', '/templates?search=order update')).json;
    await simulator.control('POST', `/templates/${id}/events`, { event, ...details });
    const [change] = (await receiver.waitFor(1)).flatMap(({ text }) => JSON.parse(text).entry[0].changes);
    expect(change).toMatchObject({ field, value: { message_template_name: 'order_update', ...value } });
    const read = await simulator.api('GET', `/message_templates/${externalId}?fields=status,category,quality_score`);
    expect(read.json).toMatchObject(listed);
  });

  it('rejects in review what has variables side by side', async () => {
    await simulator.api('POST', '/waba_webhook', { url: receiver.url });
    await simulator.api(
      'POST',
      '/message_templates',
      withBody('Hello {{1}}{{2}}, welcome back!', { body_text: [['a', 'b']] }),
    );
    await simulator.control('POST', '/clock', { advanceMs: 6000 });
    expect(receiver.bodies()[0].entry[0].changes[0].value).toMatchObject({
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
      rejection_info: { reason: expect.any(String), recommendation: expect.any(String) },
    });
  });

  it('limits creations to a hundred an hour', async () => {
    await simulator.control('POST', '/switches', { limits: 'on', templatesPerHour: 1 });
    expect((await simulator.api('POST', '/message_templates', definition())).status).toBe(200);
    expect((await simulator.api('POST', '/message_templates', definition({ name: 'next' }))).json.error.code).toBe(
      80008,
    );
  });
});

describe('the legacy template API', () => {
  it('lists over the same store with counts, filters and lower-case status', async () => {
    const all = (await simulator.control('GET', '/templates')).json;
    const first = await simulator.api('GET', '/v1/configs/templates?limit=10&offset=0&sort=business_templates.name');
    expect(first.json).toMatchObject({
      count: 10,
      limit: 10,
      offset: 0,
      total: all.length,
      filters: {},
      sort: ['business_templates.name'],
    });
    const rest = await simulator.api('GET', '/v1/configs/templates?limit=1000&offset=10');
    expect(rest.json.count).toBe(all.length - 10);
    const filters = encodeURIComponent('{"business_templates.name":"hello_world"}');
    const { json } = await simulator.api('GET', `/v1/configs/templates?filters=${filters}`);
    expect(json).toMatchObject({ count: 1, total: 1 });
    expect(json.waba_templates[0]).toMatchObject({
      id: expect.stringMatching(/^[\w-]{22}$/),
      external_id: expect.stringMatching(/^\d{15}$/),
      name: 'hello_world',
      namespace: expect.any(String),
      status: 'approved',
      rejected_reason: 'NONE',
      modified_by: { user_id: expect.any(String), user_name: expect.any(String) },
    });
    await simulator.control('POST', '/switches', { templateStatusCase: 'upper' });
    const upper = await simulator.api('GET', `/v1/configs/templates?filters=${filters}`);
    expect(upper.json.waba_templates[0].status).toBe('APPROVED');
  });

  it('creates with 201, and deletes with a success in a meta envelope', async () => {
    expect((await simulator.api('POST', '/v1/configs/templates', definition())).status).toBe(201);
    const deleted = await simulator.api('DELETE', '/v1/configs/templates/new_one');
    expect([deleted.status, deleted.json]).toEqual([
      200,
      { meta: { developer_message: 'template name=new_one was deleted', http_code: 200, success: true } },
    ]);
    expect((await simulator.api('DELETE', '/v1/configs/templates/new_one')).json.meta.success).toBe(false);
  });

  it('is gone when told so', async () => {
    await simulator.control('POST', '/switches', { legacyTemplates: 'gone' });
    expect((await simulator.api('GET', '/v1/configs/templates')).status).toBe(404);
    expect((await simulator.api('GET', '/message_templates')).status).toBe(200);
  });
});

describe('the life of a template', () => {
  it('is paused for 3 hours, for 6, and then disabled', async () => {
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    const templates = (await simulator.control('GET', '/templates')).json;
    const { id } = templates.find(({ name }: Loose) => name === 'hello_world');
    const event = (name: string, more: object = {}) =>
      simulator.control('POST', `/templates/${id}/events`, { event: name, ...more });
    const code = async () => (await simulator.send(template('hello_world', 'en_US'))).json.error?.code;
    const hours = (count: number) => simulator.control('POST', '/clock', { advanceMs: count * 3_600_000 + 1000 });
    await event('pause');
    expect(await code()).toBe(132015);
    await hours(3);
    expect(await code()).toBeUndefined();
    await event('pause');
    await hours(3);
    expect(await code()).toBe(132015);
    await hours(3);
    expect(await code()).toBeUndefined();
    await event('pause');
    expect(await code()).toBe(132016);
    await event('quality', { score: 'yellow' });
    await event('category', { category: 'marketing' });
    await simulator.control('POST', '/clock', { advanceMs: 10 });
    const changes = receiver
      .bodies()
      .map(({ entry }) => entry[0].changes[0])
      .filter(({ field }) => field !== 'messages');
    expect(
      changes.map(({ value }) => value.other_info?.title ?? value.new_quality_score ?? value.new_category),
    ).toEqual(['FIRST_PAUSE', 'UNPAUSE', 'SECOND_PAUSE', 'UNPAUSE', 'DISABLED', 'YELLOW', 'MARKETING']);
  });
});
