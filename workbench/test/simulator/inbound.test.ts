import { inboundKinds } from '../../src/simulator/inbound/inboundKinds';
import { type Receiver, startReceiver } from './support/startReceiver';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import type { Loose } from './support/Loose';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
  await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
  // Statuses would come between what is looked at here.
  await simulator.control('POST', '/switches', { sentAfterMs: 600_000, deliveredAfterMs: 600_000, readAfterMs: null });
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

const value = async (message: Record<string, unknown>, customer = ANA) => {
  const before = receiver.received.length;
  const { status, json } = await simulator.receive(message, {}, customer);
  expect([status, json.error]).toEqual([200, undefined]);
  await receiver.waitFor(before + 1);
  return { wamid: json.wamid as string, change: receiver.bodies()[before].entry[0].changes[0] };
};
const message = async (given: Record<string, unknown>, customer = ANA) => {
  const { wamid, change } = await value(given, customer);
  const item = change.value.messages[0];
  expect(item).toMatchObject({ id: wamid, timestamp: expect.stringMatching(/^\d{10}$/) });
  return item;
};
const chat = async (customer = ANA) =>
  (await simulator.control('GET', `/customers/${customer}/chats/551155550100`)).json.messages;

describe('what customers send', () => {
  it('stands on the phone behind what the business wrote in the same second', async () => {
    await value({ type: 'text', text: { body: 'One' } });
    await simulator.send({ type: 'text', text: { body: 'Two' } });
    await value({ type: 'text', text: { body: 'Three' } });
    expect((await chat()).map(({ message: { text } }: Loose) => text.body)).toEqual(['One', 'Two', 'Three']);
  });

  it('is listed with an example each', async () => {
    const { json } = await simulator.control('GET', '/inbound-kinds');
    expect(json.map(({ id }: Loose) => id)).toEqual(Object.keys(inboundKinds));
  });

  it.each(Object.keys(inboundKinds).filter((kind) => kind !== 'reply'))(
    'can be as short as its type: %s',
    async (type) => {
      const { change } = await value({ type });
      expect(change.value.metadata).toEqual({
        display_phone_number: '551155550100',
        phone_number_id: expect.any(String),
      });
    },
  );

  it('may be text that quotes and was forwarded', async () => {
    const first = await value({ type: 'text', text: { body: 'One' } });
    const quote = { type: 'text', text: { body: 'Two' }, context: { message_id: first.wamid }, forwarded: true };
    expect(await message(quote)).toMatchObject({
      from: ANA,
      type: 'text',
      text: { body: 'Two' },
      context: { from: ANA, id: first.wamid, forwarded: true },
    });
    expect((await chat()).at(-1).quoted).toMatchObject({ wamid: first.wamid, direction: 'in' });
  });

  it('quotes a message of the business with its number', async () => {
    await value({ type: 'text' });
    const sent = await simulator.send({ type: 'text', text: { body: 'Hi' } });
    const wamid = sent.json.messages[0].id;
    receiver.received.length = 0;
    expect((await message({ type: 'text', context: { message_id: wamid } })).context).toEqual({
      from: '551155550100',
      id: wamid,
    });
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['location', { type: 'location' }, { location: { latitude: expect.any(Number), name: expect.any(String) } }],
    ['contacts', { type: 'contacts' }, { contacts: [{ name: { formatted_name: expect.any(String) } }] }],
    ['order', { type: 'order' }, { order: { product_items: expect.any(Array) } }],
    ['button', { type: 'button', button: { text: 'Yes', payload: 'Y' } }, { button: { text: 'Yes', payload: 'Y' } }],
    [
      'permission to call for a week',
      { type: 'call-permission' },
      { type: 'interactive', interactive: { call_permission_reply: { expiration_timestamp: expect.any(Number) } } },
    ],
    [
      'refusal of calls',
      { type: 'call-permission', call_permission: { response: 'reject' } },
      { interactive: { call_permission_reply: { response: 'reject', response_source: 'user_action' } } },
    ],
    [
      'referral',
      { type: 'referral' },
      { type: 'text', referral: { source_type: 'ad', ctwa_clid: expect.any(String) } },
    ],
    [
      'product question',
      { type: 'product-question' },
      { type: 'text', context: { referred_product: { catalog_id: expect.any(String) } } },
    ],
    [
      'unsupported',
      { type: 'unsupported' },
      { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051 }] },
    ],
    ['media that did not arrive', { type: 'media-error' }, { type: 'unsupported', errors: [{ code: 131052 }] }],
    ['ephemeral', { type: 'ephemeral' }, { type: 'ephemeral' }],
    ['chat opened', { type: 'request_welcome' }, { type: 'request_welcome' }],
    ['group', { type: 'group' }, { type: 'text', group_id: expect.any(String) }],
    [
      'identity',
      { type: 'identity-change' },
      { type: 'system', system: { type: 'customer_identity_changed' }, identity: { acknowledged: false } },
    ],
    [
      'anything',
      { type: 'something_new', something_new: { a: 1 } },
      { type: 'something_new', something_new: { a: 1 } },
    ],
  ])('has the shape of WhatsApp: %s', async (_title, given, expected) => {
    expect(await message(given)).toMatchObject(expected);
  });

  it('puts a file into a flow as its pickers do', async () => {
    const file = { base64: Buffer.from('x').toString('base64'), mime: 'image/png', filename: 'a.png' };
    await simulator.receive({ type: 'flow', flow: { data: {} } }, { file });
    await receiver.waitFor(1);
    const { interactive } = receiver.bodies()[0].entry[0].changes[0].value.messages[0];
    const { photo_picker: photos } = JSON.parse(interactive.nfm_reply.response_json);
    expect(photos).toEqual([
      { file_name: 'a.png', mime_type: 'image/png', sha256: expect.any(String), id: expect.any(String) },
    ]);
  });

  it('answers a flow with its fields as a JSON string', async () => {
    const { interactive } = await message({ type: 'flow', flow: { data: { rating: '4' }, token: 't1' } });
    expect(interactive).toMatchObject({ type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent' } });
    expect(JSON.parse(interactive.nfm_reply.response_json)).toEqual({ rating: '4', flow_token: 't1' });
  });

  it('reacts, and takes the reaction away without an emoji', async () => {
    const { wamid } = await value({ type: 'text' });
    expect(await message({ type: 'reaction', reaction: { message_id: wamid, emoji: '❤️' } })).toMatchObject({
      reaction: { message_id: wamid, emoji: '❤️' },
    });
    expect((await chat()).map(({ reactions }: Loose) => reactions)).toEqual([[{ from: 'customer', emoji: '❤️' }]]);
    const removed = await message({ type: 'reaction', reaction: { message_id: wamid, emoji: '' } });
    expect(removed.reaction).toEqual({ message_id: wamid });
    expect((await chat())[0].reactions).toEqual([]);
  });

  it('edits and deletes an earlier message', async () => {
    const { wamid } = await value({ type: 'text', text: { body: 'Monday' } });
    const edit = await message({
      type: 'edit',
      edit: { original_message_id: wamid, message: { type: 'text', text: { body: 'Tuesday' } } },
    });
    expect(edit.edit).toMatchObject({
      original_message_id: wamid,
      message: { type: 'text', text: { body: 'Tuesday' } },
    });
    expect((await chat())[0]).toMatchObject({ message: { text: { body: 'Tuesday' } }, edited: true });
    expect(await message({ type: 'revoke', revoke: { original_message_id: wamid } })).toMatchObject({
      type: 'revoke',
      revoke: { original_message_id: wamid },
    });
    expect((await chat())[0].revoked).toBe(true);
  });

  it('moves to another number: the sender is the old one, and there are no contacts', async () => {
    const { change } = await value({ type: 'number-change', wa_id: '5511955550177' });
    expect(change.value.messages[0]).toMatchObject({
      from: ANA,
      type: 'system',
      system: { type: 'user_changed_number', wa_id: '5511955550177' },
    });
    expect(change.value).not.toHaveProperty('contacts');
    expect(await message({ type: 'text' }, '5511955550177')).toMatchObject({ from: '5511955550177' });
  });

  it('gets another business-scoped id', async () => {
    const { change } = await value({ type: 'user-id-change', user_id: 'BR.222' });
    expect(change).toMatchObject({
      field: 'user_id_update',
      value: { user_id_update: [{ wa_id: ANA, user_id: { previous: 'BR.1000000000000111', current: 'BR.222' } }] },
    });
    expect(await message({ type: 'text' })).toMatchObject({ from_user_id: 'BR.222' });
  });

  it('calls, is written to from the shop’s phone, and causes errors without a message', async () => {
    const call = await value({ type: 'call', call: { event: 'terminate' } });
    expect(call.change).toMatchObject({
      field: 'calls',
      value: { calls: [{ event: 'terminate', duration: 42, from: ANA }] },
    });
    const echo = await value({ type: 'echo' });
    expect(echo.change).toMatchObject({
      field: 'smb_message_echoes',
      value: { message_echoes: [{ from: '551155550100', to: ANA, id: echo.wamid, type: 'text' }] },
    });
    expect((await chat()).at(-1)).toMatchObject({ direction: 'out' });
    const errors = await value({ type: 'errors', code: 131052 });
    expect(errors.change.value).toMatchObject({ errors: [{ code: 131052 }] });
    expect(errors.change.value).not.toHaveProperty('messages');
  });

  it('can be the same message twice, or a late one', async () => {
    await value({ type: 'text', id: 'wamid.same', timestamp: '1700000000' });
    await value({ type: 'text', id: 'wamid.same', timestamp: '1700000000' });
    expect(receiver.items('messages').map(({ id, timestamp }) => [id, timestamp])).toEqual([
      ['wamid.same', '1700000000'],
      ['wamid.same', '1700000000'],
    ]);
    expect(await chat()).toHaveLength(1);
  });

  it('does not reach a business that has blocked them', async () => {
    await value({ type: 'text' });
    await simulator.api('POST', '/block_users', { block_users: [{ user: ANA }] });
    await simulator.receive();
    await simulator.control('POST', '/clock', { advanceMs: 10 });
    expect(receiver.received).toHaveLength(1);
    expect(await chat()).toHaveLength(2);
  });
});

describe('taps on options', () => {
  const tap = async (sent: Record<string, unknown>, id: string) => {
    await value({ type: 'text' });
    const { json } = await simulator.send(sent);
    receiver.received.length = 0;
    const wamid = json.messages[0].id;
    return { wamid, item: await message({ type: 'reply', reply: { message_id: wamid, id } }) };
  };

  it('answer a reply button', async () => {
    const { wamid, item } = await tap(
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'Well?' },
          action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
        },
      },
      'y',
    );
    expect(item).toMatchObject({
      context: { from: '551155550100', id: wamid },
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } },
    });
  });

  it('answer a list row', async () => {
    const { item } = await tap(
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: 'Well?' },
          action: { button: 'Show', sections: [{ rows: [{ id: 'x', title: 'Express', description: 'Tomorrow' }] }] },
        },
      },
      'x',
    );
    expect(item.interactive).toEqual({
      type: 'list_reply',
      list_reply: { id: 'x', title: 'Express', description: 'Tomorrow' },
    });
  });

  it('answer a template’s quick reply with the payload of the send', async () => {
    const { item } = await tap(
      {
        type: 'template',
        template: {
          name: 'appointment_reminder',
          language: { code: 'pt_BR' },
          components: [
            { type: 'body', parameters: ['Maria', '12/11', '14h'].map((text) => ({ type: 'text', text })) },
            { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'OK-1' }] },
          ],
        },
      },
      'OK-1',
    );
    expect(item).toMatchObject({ type: 'button', button: { text: 'Confirmar', payload: 'OK-1' } });
  });

  it('say when there is no such option', async () => {
    const { status, json } = await simulator.receive({ type: 'reply', reply: { message_id: 'x', id: 'y' } });
    expect([status, json.error]).toEqual([400, 'reply: there is no such option in that message']);
  });
});

describe('people without a phone', () => {
  it('come with their business-scoped id and username only', async () => {
    const { change } = await value({ type: 'text' }, 'US.1000000000000155');
    expect(change.value.contacts).toEqual([
      { profile: { name: 'Kai Nakamura', username: 'kai.nakamura' }, user_id: 'US.1000000000000155' },
    ]);
    expect(change.value.messages[0]).toMatchObject({ from_user_id: 'US.1000000000000155' });
    expect(change.value.messages[0]).not.toHaveProperty('from');
  });

  it('and others come without business-scoped ids when told to', async () => {
    await simulator.control('POST', '/switches', { userIds: 'off' });
    const { change } = await value({ type: 'text' });
    expect(change.value.contacts).toEqual([{ profile: { name: 'Ana Souza' }, wa_id: ANA }]);
    expect(change.value.messages[0]).not.toHaveProperty('from_user_id');
  });
});
