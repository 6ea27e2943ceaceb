import { applyStatus } from '../../../src/handlers/inbound/applyStatus';
import { deliver } from '../../../src/handlers/outbound/deliver';
import { reportFailure } from '../../../src/handlers/outbound/reportFailure';
import { withdrawCard } from '../../../src/handlers/outbound/withdrawCard';
import { findByWamid } from '../../../src/handlers/records/entries';
import { pause } from '../../../src/handlers/pause';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { statusEvent } from '../../support/statusEvent';

jest.mock('../../../src/handlers/pause', () => ({ pause: jest.fn(async () => undefined) }));
jest.mock('../../../src/handlers/outbound/reportFailure', () => ({ reportFailure: jest.fn(async () => 'card-id') }));
jest.mock('../../../src/handlers/outbound/withdrawCard', () => ({ withdrawCard: jest.fn(async () => undefined) }));

const outgoing = {
  number: connectedNumber(),
  conversation: conversation(),
  roomId: 'room-id',
  messageId: 'message-id',
  about: 'message-id',
  piece: { id: 'text 1', hasFile: false, content: async () => ({ type: 'text', text: { body: 'Hello' } }) },
};
const taken = { json: { messages: [{ id: 'wamid.out' }], contacts: [] } };
const busy = { status: 429, json: { error: { code: 130429, message: 'Rate limit hit' } } };
const refused = { status: 400, json: { error: { code: 131047, message: 'Re-engagement message' } } };
const lost = new Error('socket hang up: ECONNRESET');

describe('sending one message', () => {
  beforeEach(() => {
    jest.mocked(pause).mockClear();
    jest.mocked(reportFailure).mockClear();
    jest.mocked(withdrawCard).mockClear();
  });

  test('asks once, with the address, the quote and the callback data, and remembers what it became', async () => {
    const { host, store, requests } = fakeHost({ replies: [taken] });
    await deliver(host, { ...outgoing, quotes: 'wamid.in' });
    expect(requests).toHaveLength(1);
    expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '5511955550111',
      type: 'text',
      text: { body: 'Hello' },
      context: { message_id: 'wamid.in' },
      biz_opaque_callback_data: expect.any(String),
    });
    expect(store.records).toMatchObject([
      { kind: 'link', wamid: 'wamid.out', delivery: 'accepted', about: 'message-id', piece: 'text 1' },
    ]);
    expect(host.memory.entriesAtWork.size).toBe(0);
  });

  test('is tried again when 360dialog said no for the moment', async () => {
    const { host, requests } = fakeHost({ replies: [busy, busy, taken] });
    await deliver(host, outgoing);
    expect(requests).toHaveLength(3);
    expect(pause).toHaveBeenCalledTimes(2);
    expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link' }]);
  });

  test('ends after some tries, and leaves nothing on its way', async () => {
    const { host, store, requests } = fakeHost({ replies: [busy, busy, busy, busy, taken] });
    expect(await deliver(host, outgoing)).toBe(false);
    expect(reportFailure).toHaveBeenCalledTimes(1);
    expect(requests).toHaveLength(4);
    expect(store.records).toEqual([]);
  });

  test('is not tried again when it was refused', async () => {
    const { host, store, requests } = fakeHost({ replies: [refused, taken] });
    let noted: object[] = [];
    jest.mocked(reportFailure).mockImplementationOnce(async () => ((noted = store.records), 'card-id'));
    expect(await deliver(host, outgoing)).toBe(false);
    expect(reportFailure).toHaveBeenCalledWith(
      host,
      expect.objectContaining({ roomId: 'room-id', messageId: 'message-id' }),
      expect.objectContaining({ key: 'errors:windowClosed' }),
    );
    expect(requests).toHaveLength(1);
    // A crash before the card would have left a trace.
    expect(noted).toMatchObject([{ kind: 'outbox' }]);
    expect(store.records).toEqual([]);
  });

  test('is not tried again when it may have been taken: its trace stays, so that a status finds it', async () => {
    const { host, store, requests } = fakeHost({ replies: [lost, taken] });
    expect(await deliver(host, outgoing)).toBe(false);
    expect(reportFailure).toHaveBeenCalledTimes(1);
    expect(requests).toHaveLength(1);
    expect(store.records).toMatchObject([{ kind: 'outbox', messageId: 'message-id', told: true, cardId: 'card-id' }]);
    const callbackData = String(Reflect.get(store.records[0] ?? {}, 'entry'));
    await applyStatus(host, statusEvent('delivered', { callbackData }));
    expect(await findByWamid(host, 'wamid.out')).toMatchObject([
      { kind: 'link', messageId: 'message-id', delivery: 'delivered' },
    ]);
    expect(withdrawCard).toHaveBeenCalledWith(host, 'card-id');
  });

  test('withdraws its card when a status comes while it is being told', async () => {
    const { host, store } = fakeHost({ replies: [lost] });
    jest.mocked(reportFailure).mockImplementationOnce(async () => {
      const callbackData = String(Reflect.get(store.records[0] ?? {}, 'entry'));
      await applyStatus(host, statusEvent('sent', { callbackData }));
      return 'card-id';
    });
    expect(await deliver(host, outgoing)).toBe(true);
    expect(withdrawCard).toHaveBeenCalledWith(host, 'card-id');
    expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'sent' }]);
  });

  test('fails without being sent when its file cannot be brought to Meta', async () => {
    const { host, store, requests } = fakeHost({ replies: [taken] });
    const content = async () => {
      throw new Error('too large');
    };
    expect(await deliver(host, { ...outgoing, piece: { ...outgoing.piece, hasFile: true, content } })).toBe(false);
    expect(requests).toEqual([]);
    expect(reportFailure).toHaveBeenCalledTimes(1);
    expect(store.records).toEqual([]);
  });

  test('has not failed when its status came before the lost answer', async () => {
    const fake = fakeHost({ replies: [lost] });
    const { host } = fake;
    const post = host.http.post.bind(host.http);
    jest.spyOn(host.http, 'post').mockImplementation(async (url, options) => {
      const body = JSON.parse(options?.content ?? '') as { biz_opaque_callback_data: string };
      await applyStatus(host, statusEvent('sent', { callbackData: body.biz_opaque_callback_data }));
      return post(url, options);
    });
    await deliver(host, outgoing);
    expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'sent' }]);
  });

  test('is not sent when it could not be written down first', async () => {
    const { host, store, requests } = fakeHost({ replies: [taken] });
    store.failure = new Error('no database');
    await expect(deliver(host, outgoing)).rejects.toThrow('no database');
    expect(requests).toEqual([]);
  });

  test('has not failed when it was sent and could not be remembered: its status does that', async () => {
    const { host, store, log } = fakeHost({ replies: [taken] });
    const post = host.http.post.bind(host.http);
    let callbackData = '';
    jest.spyOn(host.http, 'post').mockImplementation(async (url, options) => {
      const body = JSON.parse(options?.content ?? '') as { biz_opaque_callback_data: string };
      callbackData = body.biz_opaque_callback_data;
      store.failure = new Error('no database');
      return post(url, options);
    });
    await deliver(host, outgoing);
    expect(log.join()).toContain('no database');
    store.failure = undefined;
    await applyStatus(host, statusEvent('read', { callbackData }));
    expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'read' }]);
  });
});
