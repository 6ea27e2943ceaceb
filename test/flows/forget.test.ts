import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { forgetFlow } from '../../src/flows/forget/forgetFlow';
import { hasItems, othersItems, theirItems } from '../../src/flows/forget/webhookItems';
import type { Host } from '../../src/handlers/core/Host';
import { storeEntry } from '../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../src/handlers/core/records/Entry';
import { file, noteOn } from '../../src/handlers/core/records/entries';
import { storeOffer } from '../../src/handlers/core/records/offers';
import { findDeadLetters, storeDeadLetter } from '../../src/handlers/numbers/deadLetters';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { storeAwaited } from '../../src/handlers/omnichannel/conversations/awaited';
import { storeConversation } from '../../src/handlers/omnichannel/conversations/conversations';
import { storeKept } from '../../src/handlers/omnichannel/conversations/keptMessages';
import type { OptOut } from '../../src/handlers/omnichannel/conversations/optOuts';
import { storeOptOut } from '../../src/handlers/omnichannel/conversations/optOuts';
import { findLateFailures, noteLateFailure } from '../../src/handlers/outbound/bulk/bulkFailures';
import { findJob, findPeople, storeJob } from '../../src/handlers/outbound/bulk/templateJobs';
import { fakeHost } from '../support/fakeHost';
import { storedJourney } from '../support/interactions';
import { positionAt } from '../support/journeys';
import { playJourney } from '../support/playJourney';
import { connectedNumber, conversation, inboxEntry, outboxEntry } from '../support/records';
import { notices, person } from '../support/workspace';

const NUMBER = '551155550100';
const ANA = '5511955550111';
const BEN = '5511955550222';

/** A webhook with one message of each of these customers. */
const bodyOf = (...customers: string[]) => ({
  entry: [
    {
      changes: [
        {
          value: {
            contacts: customers.map((id) => ({ wa_id: id, profile: { name: `Name of ${id}` } })),
            messages: customers.map((id) => ({ from: id, id: `wamid.${id}`, text: { body: `Words of ${id}` } })),
          },
        },
      ],
    },
  ],
});

/** Everything that the app can keep of a customer, alone and together with another one. */
async function storeAll(host: Host, id: string, other: string): Promise<{ job: string; alone: string }> {
  const now = Date.now();
  const of = { number: NUMBER, customer: id };
  const link: LinkEntry = {
    ...file(now, `out.${id}`),
    kind: 'link',
    direction: 'out',
    ...of,
    about: `m-${id}`,
    messageId: `m-${id}`,
  };
  await storeConversation(
    host,
    conversation({
      customer: id,
      waId: id,
      ids: [id],
      visitor: { id: `v-${id}`, token: `token-${id}`, username: id, name: `Name of ${id}` },
    }),
  );
  await storeEntry(host, link);
  await noteOn(host, { wamid: `out.${id}` }, { delivery: 'read' });
  await storeEntry(host, outboxEntry({ ...of, text: `Answer to ${id}`, messageId: `n-${id}` }));
  await storeEntry(host, inboxEntry({ wamid: `in.${id}`, body: bodyOf(id) }));
  await storeOffer(
    host,
    { number: NUMBER, ids: [id] },
    { kind: 'offer', customer: id, roomId: 'r', messageId: 'q', at: now, options: [] },
  );
  await storeKept(host, {
    ...of,
    messageId: `k-${id}`,
    roomId: 'r',
    ids: [id],
    writtenAt: now,
    since: now,
    by: 'u',
    cardId: 'c',
    taken: [],
  });
  await storeAwaited(host, [id], { ...of, text: `Template to ${id}`, at: now });
  await storedJourney(host, {
    id: 'send-template',
    stage: `view-${id}`,
    position: positionAt('filling', { context: { customer: { id } } }),
  });
  const template = { name: 'hello', language: 'en' };
  const both = await storeJob(host, { origin: 'bulk', number: NUMBER, template, values: {} }, [
    { waId: id },
    { waId: other },
  ]);
  const alone = await storeJob(host, { origin: 'bulk', number: NUMBER, template, values: {} }, [{ waId: id }]);
  await noteLateFailure(host, both.id, { waId: id, key: 'errors:bug' });
  await noteLateFailure(host, both.id, { waId: other, key: 'errors:bug' });
  return { job: both.id, alone: alone.id };
}

const optOut = (id: string): OptOut => ({
  kind: 'opt-out',
  number: NUMBER,
  customer: id,
  ids: [id],
  at: 1,
  from: 'everything',
  wamid: 'w',
});

function workspace(rooms: readonly IRoom[] = []) {
  const { said, read, modify } = notices();
  const uploaded: string[] = [];
  const upload = async (bytes: Buffer) => void uploaded.push(bytes.toString());
  const fake = fakeHost({
    read: {
      ...read,
      getLivechatReader: () => ({ getLivechatRooms: async () => rooms }) as never,
      getRoomReader: () =>
        ({ getById: async () => undefined, getDirectByUsernames: async () => ({ id: 'direct' }) }) as never,
    },
    modify: { ...modify, getCreator: () => ({ getUploadCreator: () => ({ uploadBuffer: upload }) }) as never },
  });
  const naming = (word: string) => fake.store.records.filter((record) => JSON.stringify(record).includes(word));
  return { ...fake, said, uploaded, naming };
}

const room = { id: 'command-room' } as IRoom;
const begin = (host: Host, id: string) => playJourney(forgetFlow, host, { id }, { room, user: person() });
const like = (...lines: (string | RegExp)[]) =>
  expect.arrayContaining(
    lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
  ) as unknown;

test('all that is kept of a customer is shown, exported and deleted, and nothing of anybody else', async () => {
  const { host, naming, uploaded, said } = workspace();
  await saveNumber(host, connectedNumber());
  const { job, alone } = await storeAll(host, ANA, BEN);
  const bens = await storeAll(host, BEN, '5511955550333');
  const shared = inboxEntry({ wamid: 'shared', body: bodyOf(ANA, BEN) });
  await storeEntry(host, shared);
  await storeDeadLetter(host, shared, { customers: [`+55 11 95555 0111`, `+55 11 95555 0222`], reason: 'x' });
  await storeOptOut(host, optOut(ANA));
  const journey = await begin(host, ANA);
  expect(await journey.reads()).toEqual(
    like(
      'The app keeps this about **+55 11 95555 0111** (number of records):',
      /^- What WhatsApp calls the customer.*\(1\)$/,
      /^- Which WhatsApp messages.*\(\d\)$/,
      /^- Messages and news of the customer.*\(\d\)$/,
      /^- Messages to the customer that are not sent yet.*\(2\)$/,
      /^- Templates that went or will go.*\(\d\)$/,
      'The customer wants no messages (STOP)',
      'Delete',
    ),
  );
  const bensBefore = naming(BEN).length;
  expect(await journey.does({ type: 'EXPORT' })).toEqual(
    like(/^:white_check_mark: The file is in your direct messages/),
  );
  expect(uploaded).toHaveLength(1);
  for (const word of [`Words of ${ANA}`, `Answer to ${ANA}`, `Template to ${ANA}`]) expect(uploaded[0]).toContain(word);
  for (const word of [BEN, `token-${ANA}`]) expect(uploaded[0]).not.toContain(word);

  await journey.does({ type: 'CONFIRM', alsoOptOut: false });
  expect(said).toMatchObject([
    { to: 'admin-id', room: 'command-room', text: expect.stringMatching(/has forgotten/) as string },
  ]);
  // That they want no messages stays, by what WhatsApp calls them alone.
  expect(naming(ANA)).toMatchObject([{ kind: 'opt-out', ids: [ANA] }]);
  expect(naming(ANA)[0]).not.toHaveProperty('customer', ANA);
  // Of what is about several people only the others are left, in their places.
  expect((await findPeople(host, job)).map(({ waId }) => waId)).toEqual(['', BEN]);
  expect(await findJob(host, alone)).toBeUndefined();
  expect([...(await findLateFailures(host, job)).keys()]).toEqual([BEN]);
  expect(await findDeadLetters(host, NUMBER)).toMatchObject([{ customers: ['+55 11 95555 0222'] }]);
  expect(naming(`Words of ${BEN}`)).toHaveLength(2);
  expect(naming(BEN)).toHaveLength(bensBefore);
  expect(await findJob(host, bens.alone)).toBeDefined();

  const again = await begin(host, ANA);
  await again.does({ type: 'CONFIRM', alsoOptOut: true });
  expect(naming(ANA)).toEqual([]);
});

test('nothing is kept of a stranger, and nothing can be deleted', async () => {
  const { host } = workspace();
  await saveNumber(host, connectedNumber());
  const journey = await begin(host, BEN);
  const shown = await journey.reads();
  expect(shown).toEqual(like('The app keeps nothing about **+55 11 95555 0222**.', 'Close'));
  expect(shown).not.toContain('Delete');
});

test('nothing is deleted while a conversation is open, whatever a client sends', async () => {
  const open = {
    id: 'r',
    isOpen: true,
    source: { type: 'app', id: 'app-id' },
    customFields: { whatsapp: { number: NUMBER, customer: ANA } },
  };
  const { host, naming } = workspace([open as unknown as IRoom]);
  await saveNumber(host, connectedNumber());
  await storeConversation(host, conversation());
  const journey = await begin(host, ANA);
  const shown = await journey.reads();
  expect(shown).toEqual(like(/^:warning: A conversation with this customer is open/));
  expect(shown).not.toContain('Delete');
  await journey.does({ type: 'CONFIRM', alsoOptOut: true });
  expect(journey.at()).toBe('choosing');
  expect(naming(ANA).length).toBeGreaterThan(0);
});

test('a phone that was somebody else’s before leads to who has it now', async () => {
  const { host, naming } = workspace();
  await saveNumber(host, connectedNumber());
  const former = [{ waId: ANA, until: 5 }];
  const before = { id: 'v1', token: 't1', username: 'before', name: 'Before' };
  await storeConversation(
    host,
    conversation({ customer: 'US.1', waId: BEN, ids: ['US.1', BEN, ANA], former, visitor: before }),
  );
  await storeConversation(host, conversation({ customer: ANA, visitor: { ...before, name: 'Now' } }));
  const journey = await begin(host, ANA);
  await journey.does({ type: 'CONFIRM', alsoOptOut: false });
  expect(naming('"name":"Now"')).toEqual([]);
  expect(naming('"name":"Before"')).toHaveLength(1);
});

describe('webhooks of several people', () => {
  const body = bodyOf(ANA, BEN);

  test('are told apart by who an item names', () => {
    expect(JSON.stringify(theirItems(body, new Set([ANA])))).not.toContain(BEN);
    expect(JSON.stringify(othersItems(body, new Set([ANA])))).not.toContain(ANA);
    expect(hasItems(othersItems(bodyOf(ANA), new Set([ANA])))).toBe(false);
    expect(hasItems(body)).toBe(true);
  });

  test('also where a phone is written with a plus sign', () => {
    expect(theirItems({ statuses: [{ recipient_id: `+${ANA}` }, { recipient_id: BEN }] }, new Set([ANA]))).toEqual({
      statuses: [{ recipient_id: `+${ANA}` }],
    });
  });
});
