import type { RecordDocument } from '../../../workbench/src/store/collections/RecordCollection';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { multiplyRecords, refuseToStore, stored } from '../support/instances/durableStore';
import { confirmForget, openForget } from '../support/forgetDialog';
import { quiet } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { aboutTicket, askForTemplate, getsTicket } from '../support/templateRequests';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// What the app keeps of a customer is shown, exported and deleted for an administrator who asks: nothing of them is left, and
// nothing of others is touched.

let workbench: TestWorkbench;
let number: string;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  admin = await workbench.as('admin');
});

afterAll(() => workbench.stop());

/** Records of the app that name somebody anywhere, what they are filed under included. */
const naming = (...words: string[]) =>
  stored(workbench, 'records')
    .map((record) => JSON.stringify(record))
    .filter((record) => words.some((word) => record.includes(word)));

const open = (id: string) => openForget(admin, id);
const confirm = () => confirmForget(admin);

test('a customer is shown, exported and forgotten, and begins anew; another one is not touched', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Vera Forgotten');
  const other = await conversationWith(workbench, number, 'Otto Other');
  await agent.send(room, 'An answer to Vera');
  await phone.receive(number, 'An answer to Vera');
  const { waId = '' } = phone.customer;
  await askForTemplate(workbench, aboutTicket(number, '90210', waId, other.phone.customer.waId ?? ''));
  await getsTicket(phone, number, '90210');
  await quiet(workbench);

  // Not while somebody may be writing.
  expect(await open(`+${waId}`)).toContain('A conversation with this customer is open. Close it first');
  expect(admin.modal.view.submit ?? undefined).toBeUndefined();
  await admin.modal.cancel();
  await agent.close(room, 'done');
  await quiet(workbench);

  const shown = await open(waId);
  expect(shown).toMatch(/What WhatsApp calls the customer[^]*\(1\)[^]*Which WhatsApp messages[^]*Templates that went/);
  await admin.modal.click('Send me this as a file');
  const file = await exportedFile();
  expect(file).toContain('Vera Forgotten');
  expect(file).not.toContain(other.phone.customer.waId);
  const tokens = JSON.stringify(stored(workbench, 'visitors')).match(/"token":"[^"]+"/g) ?? [];
  expect(tokens.filter((token) => file.includes(token))).toEqual([]);

  const before = naming(other.phone.customer.waId ?? '').length;
  await confirm();
  expect(naming(waId, 'Vera Forgotten')).toEqual([]);
  expect(naming(other.phone.customer.waId ?? '')).toHaveLength(before);

  await phone.say(number, 'I am back');
  const again = await conversationOf(workbench, 'Vera Forgotten');
  expect(again.room._id).not.toBe(room);
  await again.agent.findMessage(again.room._id, 'I am back');
  await again.agent.send(again.room._id, 'Welcome back');
  await phone.receive(number, 'Welcome back');
});

test('an opt-out stays unless it is deleted on purpose, and is all that stays', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Stan Stop');
  const { waId = '' } = phone.customer;
  await phone.say(number, 'STOP');
  await agent.findMessage(room, 'The customer wants no messages any more.');
  await agent.close(room, 'done');
  await quiet(workbench);

  await open(waId);
  expect(admin.modal.optionsOf('The customer wants no messages (STOP)')).toEqual(['Keep this note', 'Delete it, too']);
  await confirm();
  const left = naming(waId);
  expect(left).toHaveLength(1);
  expect(left[0]).toContain('"opt-out"');
  const refused = await askForTemplate(workbench, {
    ...aboutTicket(number, '90211', waId),
    results: 'detailed',
  });
  expect(JSON.stringify(refused.body)).toContain('wants no messages');

  // What that attempt has left goes, too.
  await open(waId);
  await admin.modal.fill('The customer wants no messages (STOP)', 'Delete it, too');
  await confirm();
  expect(naming(waId)).toEqual([]);
});

test('hundreds of records go, also those that only another record leads to when the first attempt breaks off between them', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Mona Month');
  const other = await conversationWith(workbench, number, 'Oona Other');
  const { _id } = await agent.send(room, 'An answer to Mona');
  const { wamid } = await phone.receive(
    number,
    ({ message, status }) => message.text?.body === 'An answer to Mona' && status === 'read',
  );
  await agent.close(room, 'done');
  await quiet(workbench);
  const { waId = '' } = phone.customer;
  const kinds = ['link', 'note'];
  const answer = stored(workbench, 'records').filter(
    (record) =>
      JSON.stringify(record).includes(wamid) &&
      kinds.some((kind) => JSON.stringify(record).includes(`"kind":"${kind}"`)),
  );
  expect(answer.length).toBeGreaterThan(1);
  const TIMES = 150;
  multiplyRecords(workbench.dataDir, answer as RecordDocument[], TIMES, (text, at) =>
    text
      .replaceAll(wamid, `wamid.MONA.${at}.`)
      .replaceAll(_id, `${_id}.${at}`)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, (id) => `${id}.${at}`)
      .replaceAll(/\b20\d\d-\d\d-\d\dT\d\d:\d\d\b/g, (minute) =>
        new Date(Date.parse(`${minute}Z`) - at * 60_000).toISOString().slice(0, 16),
      ),
  );
  expect(naming('wamid.MONA.')).toHaveLength(TIMES * answer.length);
  const before = naming(other.phone.customer.waId ?? '').length;

  // The process could end at any moment: here it is the one in which this record was to go.
  const takeAgain = refuseToStore(workbench.dataDir, 'records', 'wamid.MONA.75.', 'DELETE');
  expect(Number(/messages[^(]*\((\d+)\)/.exec(await open(waId))?.[1])).toBeGreaterThan(TIMES * answer.length);
  await admin.modal.submit();
  // In the dialog for who waits, else in the setup channel.
  const isTold = async () =>
    [admin.modal.isOpen ? admin.modal.texts.join() : '', ...(await admin.messages(SETUP)).map(({ msg }) => msg)].some(
      (words) => words.includes('Something went wrong in this app.'),
    );
  await waitFor(isTold, { what: 'the attempt to break off', timeout: 30_000 });
  takeAgain();
  const left = naming('wamid.MONA.').length;
  expect([left > 0, left < TIMES * answer.length]).toEqual([true, true]);

  if (admin.modal.isOpen) admin.modal.escape();
  await open(waId);
  await confirm();
  expect(naming(waId, 'Mona Month', 'wamid.MONA.')).toEqual([]);
  expect(naming(other.phone.customer.waId ?? '')).toHaveLength(before);
});

test('of somebody whom WhatsApp names by one id alone the opt-out stays, and nothing else', async () => {
  const phone = await workbench.sim.customer({ name: 'Una Unnumbered', noPhone: true });
  await phone.say(number, 'Hello');
  const { agent, room } = await conversationOf(workbench, 'Una Unnumbered');
  await phone.say(number, 'STOP');
  await agent.findMessage(room._id, 'The customer wants no messages any more.');
  await agent.close(room._id, 'done');
  await quiet(workbench);
  const { userId = '' } = phone.customer;
  await open(userId);
  await confirm();
  expect(naming(userId, 'Una Unnumbered').map((record) => /"kind":"([^"]+)"/.exec(record)?.[1])).toEqual(['opt-out']);
  await phone.say(number, 'START');
  await phone.receive(number, 'You will receive our messages again.');
});

test('only administrators may, and what is typed has to be a number', async () => {
  const agent = await workbench.as('agent1');
  const before = agent.ephemeral.length;
  await agent.runCommand('/whatsapp-360d-cloud forget 5511955550100', 'general');
  await waitFor(() => agent.ephemeral[before]?.msg.includes('Only administrators'), { what: 'the refusal' });
  const typed = admin.ephemeral.length;
  await admin.runCommand('/whatsapp-360d-cloud forget her', SETUP);
  await waitFor(() => admin.ephemeral[typed]?.msg.includes('with the country code'), { what: 'the usage' });
  expect(await open('+55 11 95555 7777')).toContain('The app keeps nothing about **+55 11 95555 7777**.');
  await admin.modal.cancel();
});

/** The text of the file in the direct messages between the app and the admin. */
async function exportedFile(): Promise<string> {
  const direct = await waitFor(async () => (await admin.rooms()).find(({ t }) => t === 'd'), {
    what: 'direct messages',
  });
  const isExport = ({ file }: WireMessage) => file?.name.startsWith('whatsapp-customer-') === true;
  const { file } = await admin.findMessage(direct._id, isExport);
  const address = `${workbench.url}/file-upload/${file?._id}/${file?.name}`;
  return (await fetch(address, { headers: admin.http.headers })).text();
}
