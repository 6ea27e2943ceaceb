import { createUserId, createWamid } from '../../src/simulator/customers/createIds';
import { canonicalWaId, spellingsOf } from '../../src/simulator/customers/findByPhone';
import { frozenClock } from './support/frozenClock';
import type { Loose } from './support/Loose';
import type { TestSimulator } from './support/startTestSimulator';
import { startTestSimulator } from './support/startTestSimulator';

describe('access', () => {
  let simulator: TestSimulator;

  beforeEach(async () => {
    simulator = await startTestSimulator(frozenClock);
  });
  afterEach(() => simulator.stop());

  describe('keys', () => {
    it.each(['', 'wrong'])('answers 401 to the key %j in today’s shape', async (key) => {
      const { status, json } = await simulator.api('GET', '/health_status', undefined, key);
      expect([status, json]).toEqual([401, { error: 'Invalid API key' }]);
    });

    it('answers 401 in the legacy shape, whose body says 404, when told to', async () => {
      await simulator.control('POST', '/switches', { authErrorShape: 'meta' });
      const { status, json } = await simulator.api('POST', '/messages', {}, 'wrong');
      expect([status, json]).toEqual([
        401,
        { meta: { httpCode: 404, developerMessage: 'Invalid api_key or token expired', success: false } },
      ]);
    });

    it('blocks paths that 360dialog does not offer', async () => {
      const { status, json } = await simulator.api('GET', '/v1/contacts');
      expect(status).toBe(403);
      expect(json.error).toContain('This URL /v1/contacts is blocked');
      await simulator.control('POST', '/switches', { authErrorShape: 'meta' });
      expect((await simulator.api('POST', '/messages/abc', {})).json.meta).toMatchObject({
        httpCode: 403,
        success: false,
      });
    });

    it('revokes the old key and clears the webhook when a new one is made', async () => {
      const old = simulator.running.demo.apiKey;
      await simulator.api('POST', '/v1/configs/webhook', { url: 'https://example.com/hook' });
      const renewed = await simulator.control('POST', '/numbers/551155550100/key');
      expect(renewed.json.apiKey).toMatch(/^[\w-]{22}$/);
      expect((await simulator.api('GET', '/health_status', undefined, old)).status).toBe(401);
      const webhook = await simulator.api('GET', '/v1/configs/webhook', undefined, renewed.json.apiKey);
      expect(webhook.json).toEqual({ url: '', headers: {} });
      expect(simulator.running.demo.apiKey).toBe(renewed.json.apiKey);
    });

    it('limits requests over all endpoints as HTTP 400 with a text', async () => {
      await simulator.control('POST', '/switches', { endpointRequestsPerSecond: 2 });
      const answers = await Promise.all([1, 2, 3].map(() => simulator.api('GET', '/health_status')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400]);
      expect(answers.find(({ status }) => status === 400)?.json).toEqual({
        error: 'You have exceeded the endpoint rate limit.',
      });
    });
  });

  describe('health', () => {
    it('tells what can be sent, and the number’s id', async () => {
      const { json } = await simulator.api('GET', '/health_status');
      expect(json).toMatchObject({
        id: expect.stringMatching(/^\d{15}$/),
        health_status: { can_send_message: 'AVAILABLE' },
      });
      expect(json.health_status.entities.map(({ entity_type: type }: Loose) => type)).toEqual([
        'PHONE_NUMBER',
        'WABA',
        'BUSINESS',
        'APP',
      ]);
    });

    it('gives fields of the number’s node', async () => {
      const { json } = await simulator.api('GET', '/health_status?fields=display_phone_number,verified_name,nonsense');
      expect(json).toEqual({
        display_phone_number: '+551155550100',
        verified_name: 'Padaria Sol',
        id: expect.any(String),
      });
    });

    it('says what is wrong when sending is blocked', async () => {
      await simulator.control('PATCH', '/numbers/551155550100', { canSend: 'BLOCKED', quality: 'RED' });
      const { json } = await simulator.api('GET', '/health_status');
      expect(json.health_status.can_send_message).toBe('BLOCKED');
      expect(json.health_status.entities[1].errors[0]).toMatchObject({ error_code: 141006 });
      expect((await simulator.api('GET', '/health_status?fields=quality_rating')).json.quality_rating).toBe('RED');
    });

    it.each([
      ['plural', (json: Loose) => json.health_status.can_send_messages === 'AVAILABLE'],
      ['no-id', (json: Loose) => json.id === undefined && json.health_status.entities[0].id !== undefined],
    ])('has the variant %s that was seen', async (healthShape, fits) => {
      await simulator.control('POST', '/switches', { healthShape });
      expect(fits((await simulator.api('GET', '/health_status')).json)).toBe(true);
    });
  });

  describe('the profile and the block list', () => {
    it('keeps what is set and gives the fields that are asked for', async () => {
      expect((await simulator.api('GET', '/whatsapp_business_profile')).json.data).toEqual([
        { vertical: 'UNDEFINED', messaging_product: 'whatsapp' },
      ]);
      const posted = await simulator.api('POST', '/whatsapp_business_profile', {
        messaging_product: 'whatsapp',
        about: 'Fresh bread',
        websites: ['https://example.com'],
      });
      expect(posted.json).toEqual({ success: true });
      const { json } = await simulator.api('GET', '/whatsapp_business_profile?fields=about,email');
      expect(json.data).toEqual([{ about: 'Fresh bread', messaging_product: 'whatsapp' }]);
    });

    it.each([
      [{ about: 'x'.repeat(140) }, /139/],
      [{ websites: ['a', 'b', 'c'] }, /at most 2/],
    ])('refuses %j', async (fields, words) => {
      const { status, json } = await simulator.api('POST', '/whatsapp_business_profile', {
        messaging_product: 'whatsapp',
        ...fields,
      });
      expect([status, json.error.code]).toEqual([400, 100]);
      expect(json.error.message).toMatch(words);
    });

    it('blocks who wrote lately, and answers partly when others did not', async () => {
      await simulator.receive();
      const { status, json } = await simulator.api('POST', '/block_users', {
        messaging_product: 'whatsapp',
        block_users: [{ user: '+5511955550111' }, { user: '+491713920012' }],
      });
      expect(status).toBe(400);
      expect(json).toMatchObject({
        block_users: {
          added_users: [{ input: '+5511955550111', wa_id: '5511955550111' }],
          failed_users: [{ input: '+491713920012', wa_id: '491713920012', errors: [{ code: 139103 }] }],
        },
        error: { code: 139100 },
      });
      expect((await simulator.api('GET', '/block_users')).json.data).toEqual([
        { messaging_product: 'whatsapp', wa_id: '5511955550111' },
      ]);
      const removed = await simulator.api('DELETE', '/block_users', { block_users: [{ user: '+5511955550111' }] });
      expect(removed.json.block_users.removed_users).toHaveLength(1);
    });
  });

  describe('the log', () => {
    it('has every request with its answer and no secret', async () => {
      await simulator.api('POST', '/v1/configs/webhook', {
        url: 'http://user:pass@127.0.0.1:1/hook',
        headers: { 'X-Secret': 'abcdef' },
      });
      await simulator.send({ type: 'text', text: { body: 'Hello' } });
      const { json, text } = await simulator.control('GET', '/requests');
      expect(json.map(({ method, path, status }: Loose) => [method, path, status])).toEqual([
        ['POST', '/v1/configs/webhook', 200],
        ['POST', '/messages', 200],
      ]);
      expect(json[1]).toMatchObject({ phoneNumber: '551155550100', requestBody: { text: { body: 'Hello' } } });
      expect(text).not.toMatch(/abcdef|user:pass|demo-key/);
      await simulator.control('DELETE', '/requests');
      expect((await simulator.control('GET', '/requests')).json).toEqual([]);
    });

    it('shows no whole key and no webhook headers in the state', async () => {
      await simulator.api('POST', '/v1/configs/webhook', {
        url: 'https://a:b@example.com/',
        headers: { 'X-Secret': 'abcdef' },
      });
      const { text } = await simulator.control('GET', '/state');
      expect(text).not.toMatch(/abcdef|a:b@|demo-key-551155550100/);
      expect((await simulator.control('GET', '/state?reveal=1')).text).toContain('demo-key-551155550100');
    });
  });
});

describe('ids as WhatsApp makes them', () => {
  it.each([
    ['out', 0x11, 18],
    ['in', 0x12, 22],
  ] as const)('lays out a wamid of a message that goes %s', (direction, mark, characters) => {
    const bytes = Buffer.from(createWamid('5511955550111', direction).slice('wamid.'.length), 'base64');
    expect([...bytes.subarray(0, 3)]).toEqual([0x1c, 0x18, 13]);
    expect(bytes.subarray(3, 16).toString()).toBe('5511955550111');
    expect([...bytes.subarray(16, 22)]).toEqual([0x15, 0x02, 0x00, mark, 0x18, characters]);
    expect(bytes.subarray(22, 22 + characters).toString()).toMatch(/^[0-9A-F]+$/);
    expect(bytes.at(-1)).toBe(0);
  });

  it('begins a business-scoped id with the country', () => {
    expect(createUserId('491713920012')).toMatch(/^DE\.\d{16}$/);
    expect(createUserId(undefined)).toMatch(/^US\.\d{16}$/);
  });

  it.each([
    ['5511955550111', '5511955550111'],
    ['5531955550122', '553155550122'],
    ['525555550144', '5215555550144'],
    ['541155550133', '5491155550133'],
    ['491713920012', '491713920012'],
  ])('registers %s as %s', (typed, waId) => {
    expect(canonicalWaId(typed)).toBe(waId);
  });

  it.each([
    ['553155550122', '5531955550122'],
    ['5215555550144', '525555550144'],
    ['5491155550133', '541155550133'],
  ])('knows that %s and %s are one person', (one, other) => {
    expect(spellingsOf(one)).toContain(other);
    expect(spellingsOf(other)).toContain(one);
  });
});
