import { sayToUser } from '../../../src/flows/sayToUser';
import { fetchAgain } from '../../../src/handlers/inbound/media/fetchAgain';
import { putMediaIntoRoom } from '../../../src/handlers/inbound/media/putMediaIntoRoom';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { file, findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { findFailedDownloads } from '../../../src/handlers/inbound/media/failedDownloads';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';
import { arrivalOf, mediaRoom, roomParts } from './support/mediaRoom';
import { mediaReplies } from './support/mediaReplies';

const bytes = Buffer.from('%PDF-1.4');
const limited = { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } };
const unknownId = {
  status: 400,
  json: { error: { code: 100, error_subcode: 33, message: 'Unsupported get request.' } },
};

/** A conversation with the card of a file that the limiter kept from coming; then `replies` follow. */
async function withCard(...replies: NonNullable<Parameters<typeof fakeHost>[0]>['replies'] & object) {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: [limited, ...replies] });
  const arrival = arrivalOf();
  await saveNumber(host, arrival.number);
  await saveConversation(host, arrival.conversation);
  const { messageId, roomId } = await putMediaIntoRoom(host, arrival);
  const facts = { direction: 'in', number: arrival.number.digits, customer: arrival.conversation.customer } as const;
  await storeEntry(host, { ...file(arrival.at, 'wamid.1'), ...facts, kind: 'link', roomId, messageId });
  const [unfetched] = await findFailedDownloads(host, 'wamid.1');
  const scene = sceneOf(host, { room: mediaRoom() });
  const press = () => fetchAgain({ ...scene, say: (text) => sayToUser(scene, text) }, unfetched!);
  return { parts, host, press };
}

test('the file comes, the card goes, and the message is the file from now on', async () => {
  const { parts, host, press } = await withCard(...mediaReplies(bytes));
  await press();
  expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
  await expect(findByWamid(host, 'wamid.1')).resolves.toMatchObject([{ kind: 'link', messageId: parts.lines[1]?.id }]);
});

test('two presses at once leave one file, and the second is told', async () => {
  const { parts, press } = await withCard(...mediaReplies(bytes));
  await Promise.all([press(), press()]);
  expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
  expect(parts.told).toEqual(['media:notWaiting']);
});

test('while another instance fetches it, it is not fetched, and who pressed is told', async () => {
  const { parts, host, press } = await withCard();
  await storeEntry(host, {
    ...file(Date.now()),
    about: 'file wamid.1',
    kind: 'claim',
    attempts: 0,
    until: Date.now() + 600_000,
  });
  await press();
  expect(parts.told).toEqual(['media:underWay']);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toHaveLength(1);
});

test('while it fails the card stays, and who pressed reads why', async () => {
  const { parts, host, press } = await withCard(limited);
  await press();
  expect(parts.lines).toMatchObject([{ by: 'app' }, { by: 'customer', text: 'Document “a.pdf”' }]);
  expect(parts.told).toEqual([expect.stringMatching(/^media:unfetched.*errors:callsLimited/)]);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toHaveLength(1);
});

test('what is gone for good becomes a line of the customer in its place', async () => {
  const { parts, host, press } = await withCard(unknownId);
  await press();
  expect(parts.lines).toMatchObject([
    { by: 'customer', text: 'Document “a.pdf”' },
    { by: 'customer', text: expect.stringMatching(/^media:notTaken.*media:gone/) },
  ]);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
});

test('a file that is in the room already is not fetched again', async () => {
  const { parts, press } = await withCard();
  parts.add({ by: 'customer', file: { _id: 'f', name: 'a.pdf', type: '' } });
  await press();
  expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
});

test('a closed conversation takes no file, and says so', async () => {
  const { parts, press } = await withCard();
  parts.state.open = [];
  await press();
  expect(parts.told).toEqual(['media:roomClosed']);
  expect(parts.lines).toHaveLength(2);
});

test('a bug is told too, and logged', async () => {
  const { parts, host, press } = await withCard();
  host.memory.numbers.get = () => Promise.reject(new Error('out of reach'));
  await press();
  expect(parts.told).toEqual(['errors:bug']);
});
