import { readWebhookSettings, removeWebhook, writeWebhook } from '../../../src/handlers/dialog360/configureWebhook';
import { bytesOf, fetchDirectly } from '../../../src/handlers/dialog360/fetchDirectly';
import { readHealth } from '../../../src/handlers/dialog360/readHealth';
import { answering } from '../inbound/media/support';
import { connect, failureOf } from './support/connect';

describe('configureWebhook', () => {
  describe('configureWebhook', () => {
    describe('readWebhookSettings', () => {
      test.each([
        ['an address with headers', { json: { url: 'https://a/b', headers: { X: 'y' } } }, 'https://a/b', { X: 'y' }],
        ['an address alone', { json: { url: 'https://a/b' } }, 'https://a/b', undefined],
        ['an empty address', { json: { url: '', headers: null } }, undefined, undefined],
        ['no address', { json: {} }, undefined, undefined],
        ['404 where nothing is set', { status: 404, text: 'not found' }, undefined, undefined],
      ])('reads %s', async (_case, reply, url, headers) => {
        const { connection } = connect(reply);
        await expect(readWebhookSettings(connection)).resolves.toEqual({ url, headers });
      });

      test('does not take a refused key, whose body says 404, for an unset webhook', async () => {
        const { connection } = connect({
          status: 401,
          json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key or token expired', success: false } },
        });
        expect(await failureOf(readWebhookSettings(connection))).toMatchObject({ key: 'errors:keyRefused' });
      });
    });

    const webhook = { url: 'https://chat.example/api', headers: { 'X-Secret': 's' } };

    describe('writeWebhook', () => {
      test.each([{ json: webhook }, { json: { url: webhook.url } }, { text: 'ok' }, { status: 201 }])(
        'judges by the status alone (%j)',
        async (reply) => {
          const { connection, requests } = connect(reply);
          await writeWebhook(connection, webhook);
          expect(requests[0]).toMatchObject({
            method: 'post',
            url: 'https://waba.example/v1/configs/webhook',
            content: JSON.stringify(webhook),
          });
        },
      );

      test('tells why an address was refused', async () => {
        const { connection } = connect({ status: 400, json: { error: 'url must be https' } });
        expect(await failureOf(writeWebhook(connection, webhook))).toMatchObject({
          key: 'errors:refused',
          params: { details: 'url must be https' },
        });
      });
    });

    const OURS = 'https://chat.example/incoming';
    const set = { json: { url: OURS, headers: {} } };
    const unset = { json: { url: '' } };
    const refusal = { status: 400, json: { error: 'url is required' } };
    const unknownCall = { status: 403, json: { error: 'The endpoint is blocked' } };

    describe('removeWebhook', () => {
      test.each([
        ['takes our address away by an empty one', [set, unset, unset], 'removed', 3],
        [
          'takes it away by a plain removal where an empty one is refused',
          [set, refusal, set, {}, unset],
          'removed',
          5,
        ],
        ['is content when it is gone already', [unset], 'gone', 1],
        ['is content when nothing is set at all', [{ status: 404 }], 'gone', 1],
        ['leaves an address of somebody else alone', [{ json: { url: 'https://other.example' } }], 'foreign', 1],
        [
          'knows its own address in another spelling',
          [{ json: { url: 'https://CHAT.example:443/incoming/' } }, {}, { status: 404 }],
          'removed',
          3,
        ],
        ['sees that an empty address changed nothing', [set, {}, set, {}, unset], 'removed', 5],
      ])('%s', async (_case, replies, outcome, calls) => {
        const { connection, requests } = connect(...replies);
        await expect(removeWebhook(connection, OURS)).resolves.toBe(outcome);
        expect(requests).toHaveLength(calls);
      });

      test('says so when 360dialog keeps it', async () => {
        const { connection } = connect(set, refusal, set, unknownCall, set);
        expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({
          key: 'errors:webhookStays',
          params: { details: 'The endpoint is blocked' },
        });
      });

      test.each([
        ['a refused key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
        ['no connection', new Error('socket hang up'), 'errors:connectionBroke'],
      ])('stops at %s', async (_case, reply, key) => {
        const { connection } = connect(set, reply);
        expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({ key });
      });
    });
  });

  describe('readHealth', () => {
    const full = {
      id: '111',
      display_phone_number: '+1 555-093-4873',
      verified_name: 'Acme',
      quality_rating: 'GREEN',
      messaging_limit_tier: 'TIER_1K',
      health_status: {
        can_send_message: 'LIMITED',
        entities: [
          { entity_type: 'PHONE_NUMBER', id: '111', can_send_message: 'AVAILABLE' },
          {
            entity_type: 'WABA',
            id: 222,
            can_send_message: 'LIMITED',
            errors: [{ error_code: 141006, error_description: 'No payment method', possible_solution: 'Add one' }, {}],
          },
        ],
      },
    };

    describe('readHealth', () => {
      test('tells everything that 360dialog tells', async () => {
        const { connection, requests } = connect({ json: full });
        await expect(readHealth(connection)).resolves.toEqual({
          canSend: 'LIMITED',
          phoneNumberId: '111',
          wabaId: '222',
          displayPhoneNumber: '+1 555-093-4873',
          displayName: 'Acme',
          quality: 'GREEN',
          messagingLimit: 'TIER_1K',
          problems: [{ entity: 'WABA', code: 141006, description: 'No payment method', solution: 'Add one' }],
        });
        expect(requests[0]?.url).toMatch(/^https:\/\/waba\.example\/health_status\?fields=id%2Chealth_status%2C/);
      });

      test.each([
        ['the other spelling', { id: '1', health_status: { can_send_messages: 'BLOCKED' } }, 'BLOCKED', '1'],
        ['no verdict', { health_status: { entities: [{ entity_type: 'WABA', id: 'W' }] } }, 'UNKNOWN', undefined],
        ['a verdict of a new kind', { id: 7, health_status: { can_send_message: 'SOON' } }, 'UNKNOWN', '7'],
        [
          'an id among the entities only',
          { health_status: { can_send_message: 'AVAILABLE', entities: [{ entity_type: 'PHONE_NUMBER', id: 'P' }] } },
          'AVAILABLE',
          'P',
        ],
        ['fields only', { id: '1', display_phone_number: '+1 555' }, 'UNKNOWN', '1'],
      ])('reads %s', async (_case, json, canSend, phoneNumberId) => {
        const { connection } = connect({ json });
        await expect(readHealth(connection)).resolves.toMatchObject({ canSend, phoneNumberId });
      });

      test.each([
        ['refuses fields', { status: 400, json: { error: { message: 'Invalid field requested', code: 100 } } }],
        ['refuses a query', { status: 404, text: 'Not found' }],
        ['answers fields with something else', { json: { display_phone_number: '+1' } }],
      ])('asks without fields where the API %s', async (_case, reply) => {
        const { connection, requests } = connect(reply, { json: { health_status: { can_send_message: 'AVAILABLE' } } });
        await expect(readHealth(connection)).resolves.toMatchObject({ canSend: 'AVAILABLE' });
        expect(requests.map(({ url }) => url.includes('?'))).toEqual([true, false]);
      });

      test.each([
        ['a wrong key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
        [
          'a limiter',
          { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } },
          'errors:callsLimited',
        ],
        ['an outage', { status: 500, text: 'Internal server error' }, 'errors:dialog360Down'],
        ['no connection', new Error('connect ECONNREFUSED'), 'errors:unreachable'],
      ])('does not ask twice after %s', async (_case, reply, key) => {
        const { connection, requests } = connect(reply);
        expect(await failureOf(readHealth(connection))).toMatchObject({ key });
        expect(requests).toHaveLength(1);
      });

      test("does not take somebody else's JSON for a number in good health", async () => {
        const { connection } = connect({ json: { hello: 'world' } }, { json: { hello: 'world' } });
        expect(await failureOf(readHealth(connection))).toMatchObject({ key: 'errors:answerUnreadable' });
      });
    });
  });
});

describe('fetchDirectly', () => {
  const request = { headers: { 'D360-API-KEY': 'key', Range: 'bytes=0-9' }, timeout: 60_000 };
  const formWith = (text: string) => {
    const form = new FormData();
    form.append('file', new Blob([text]), 'a.txt');
    return form;
  };

  test('bytes and texts go out as they are, and the answer is as of Rocket.Chat', async () => {
    const server = await answering(201, '{"id":"1"}', { 'content-type': 'application/json' });
    const answer = await fetchDirectly('POST', `${server.url}/media`, { ...request, data: formWith('bytes') });
    await fetchDirectly('POST', `${server.url}/messages`, { ...request, content: 'text' });
    const asBytes = await fetchDirectly('GET', server.url, { ...request, encoding: null });
    await server.stop();
    expect(answer).toMatchObject({
      statusCode: 201,
      content: '{"id":"1"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(asBytes.content).toEqual(new Uint8Array(Buffer.from('{"id":"1"}')));
    expect(server.got).toMatchObject([
      {
        url: '/media',
        body: expect.stringContaining('\r\n\r\nbytes\r\n') as unknown,
        headers: {
          'd360-api-key': 'key',
          connection: 'close',
          'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) as unknown,
        },
      },
      { url: '/messages', body: 'text' },
      { url: '/', body: '' },
    ]);
  });

  describe('a redirect', () => {
    test.each([301, 302, 303, 307, 308])(
      'to another host is the answer (%d), and nobody else is asked',
      async (status) => {
        const stranger = await answering(200, 'thanks');
        const server = await answering(status, '', { location: stranger.url });
        const answers = [
          await fetchDirectly('GET', server.url, request),
          await fetchDirectly('POST', server.url, { ...request, data: formWith('bytes') }),
          await fetchDirectly('DELETE', server.url, request),
        ];
        await Promise.all([server.stop(), stranger.stop()]);
        expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status, status]);
        expect(stranger.got).toEqual([]);
      },
    );

    test('of a GET is followed on the same host, five times; of a POST it is not', async () => {
      const server = await answering(302, '', { location: '/there' });
      expect(await fetchDirectly('GET', `${server.url}/here`, request)).toMatchObject({ statusCode: 302 });
      const urls = server.got.splice(0).map(({ url, headers }) => `${url} ${String(headers['d360-api-key'])}`);
      await fetchDirectly('POST', `${server.url}/here`, request);
      await server.stop();
      expect(urls).toEqual(['/here key', ...Array<string>(5).fill('/there key')]);
      expect(server.got).toHaveLength(1);
    });

    test('of a file to another host is followed without the key', async () => {
      const store = await answering(200, 'bytes');
      const server = await answering(302, '', { location: `${store.url}/file` });
      const answer = await fetchDirectly('GET', server.url, { ...request, encoding: null });
      await Promise.all([server.stop(), store.stop()]);
      expect(String(Buffer.from(answer.content as Uint8Array))).toBe('bytes');
      expect(store.got).toMatchObject([{ url: '/file', headers: { range: 'bytes=0-9' } }]);
      expect(JSON.stringify(store.got[0]?.headers)).not.toContain('key');
    });

    test('that leads nowhere is the answer', async () => {
      for (const location of ['', 'http://', 'javascript:alert(1)', 'file:///etc/passwd']) {
        const server = await answering(302, '', { location });
        const answer = await fetchDirectly('GET', server.url, { ...request, encoding: null });
        await server.stop();
        expect(answer.statusCode).toBe(302);
      }
    });
  });

  test('who says nothing in time is given up', async () => {
    const server = await answering(-1);
    const answer = fetchDirectly('POST', server.url, { ...request, timeout: 100, data: formWith('bytes') });
    await expect(answer).rejects.toThrow(/time/i);
    await server.stop();
  });

  const bytes = Buffer.from([0, 1, 0x7f, 0x80, 0xff]);

  test.each<[string, unknown]>([
    ['a Buffer', bytes],
    ['plain bytes', new Uint8Array(bytes)],
    ['a part of a larger memory', new Uint8Array(Buffer.concat([Buffer.from('before'), bytes])).subarray(6)],
    ['a text of bytes', bytes.toString('latin1')],
  ])('%s is the same bytes', (_what, content) => {
    expect(bytesOf(content)).toEqual(bytes);
    expect(Buffer.isBuffer(bytesOf(content))).toBe(true);
  });

  test.each([undefined, null, 7, {}])('%p holds no bytes', (content) => {
    expect(bytesOf(content)).toHaveLength(0);
  });
});
