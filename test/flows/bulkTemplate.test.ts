import { bulkTemplateFlow } from '../../src/flows/bulkTemplate/bulkTemplateFlow';
import { takeLease } from '../../src/handlers/core/records/leases';
import type { Template } from '../../src/handlers/dialog360/parseTemplates';
import { removeNumber, saveNumber } from '../../src/handlers/numbers/numbers';
import { saveTemplates } from '../../src/handlers/numbers/templates/templates';
import type { OptOut } from '../../src/handlers/omnichannel/conversations/optOuts';
import { storeOptOut } from '../../src/handlers/omnichannel/conversations/optOuts';
import { MOST_BYTES } from '../../src/handlers/outbound/bulk/recipientList';
import { findJob, findPeople } from '../../src/handlers/outbound/bulk/templateJobs';
import { fakeHost } from '../support/fakeHost';
import { playJourney } from '../support/playJourney';
import { connectedNumber } from '../support/records';
import { notices, person } from '../support/workspace';

const NUMBER = '551155550100';
const ROOM = { id: 'room-id' };

const greeting: Template = {
  name: 'greeting',
  language: 'en',
  status: 'APPROVED',
  category: 'MARKETING',
  components: [
    { type: 'BODY', text: 'Hi {{name}}, {{agent_name}} has news.' },
    { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Read', url: 'https://acme.example/{{1}}' }] },
  ],
  parameterFormat: 'NAMED',
};
const plain: Template = { ...greeting, name: 'plain', components: [{ type: 'BODY', text: 'Hello' }] };
const picture: Template = {
  ...plain,
  name: 'picture',
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Look' },
  ],
};

const PEOPLE = [
  'Phone,Name,Page',
  '+55 11 95555-0111,Ana,a',
  '+49 30 901820,Ben,b',
  'nobody,Cid,c',
  '+55 11 5555-0100,Us,u',
  '+55 11 95555-0111,Ana again,a',
  '+351 912 345 678,,d',
  '+44 20 7946 0958,Eve,e',
].join('\n');

/** Uploads of the workspace, by their ids. */
const uploads: Record<string, { size: number; room: { id: string }; user?: { id: string }; text?: string }> = {
  people: { size: PEOPLE.length, room: ROOM, text: PEOPLE },
  other: { size: 9, room: { id: 'other-room' } },
  heavy: { size: MOST_BYTES + 1, room: ROOM },
  broken: { size: 9, room: ROOM, text: 'Phone,Name\n"+55,A' },
  theirs: { size: 9, room: ROOM, user: { id: 'somebody-else' } },
};

async function workspace(templates: Template[] = [greeting, plain, picture]) {
  const { said, read, modify } = notices();
  const files = {
    getById: async (id: string) => ({ id, name: `${id}.csv`, type: 'text/csv', ...uploads[id] }),
    getBuffer: async ({ id }: { id: string }) => Buffer.from(uploads[id]?.text ?? ''),
  };
  const fake = fakeHost({
    read: { ...read, getUploadReader: () => files as never },
    modify: { ...modify, getScheduler: () => ({ scheduleOnce: async () => 'job' }) as never },
  });
  await saveNumber(fake.host, connectedNumber({ departmentName: 'Sales' }));
  const store = (changed: Template[]) =>
    saveTemplates(fake.host, { number: NUMBER, readAt: Date.now(), templates: changed });
  await store(templates);
  return { ...fake, said, store };
}

/** The journey at its beginning: the list is asked for. */
function begin(host: Parameters<typeof playJourney>[1], { name, language }: Template, roles = ['admin']) {
  const file = (id: string, type = 'text') => ({ id, name: `${id}.csv`, type });
  const files = Object.keys(uploads).map((id) => file(id));
  const ownFiles = [file('theirs', 'image')];
  const input = { roomId: ROOM.id, number: NUMBER, template: { name, language }, files, ownFiles };
  return playJourney(bulkTemplateFlow, host, input, { user: person({ roles }) });
}

const submit = (typed: Record<string, string> = {}) => ({ type: 'SUBMIT', typed });
const like = (...lines: (string | RegExp)[]) =>
  expect.arrayContaining(
    lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
  ) as unknown;

test('the list is asked for, with the files that there are', async () => {
  const { host } = await workspace();
  const journey = await begin(host, plain);
  expect(await journey.reads()).toEqual(
    like('**Template:** plain · English', 'Phone numbers', 'Or a CSV file of this room', 'people.csv', 'Next'),
  );
  const none = { roomId: ROOM.id, number: NUMBER, template: plain, files: [], ownFiles: [] };
  const empty = await playJourney(bulkTemplateFlow, host, none);
  expect(await empty.reads()).toEqual(like(/post a CSV file in this room and open this again/));
});

test.each<[string, Record<string, string>, RegExp]>([
  ['nothing', {}, /Paste phone numbers, or choose a file/],
  ['two lists', { numbers: '+55', file: 'people' }, /only one list/],
  ['a file of another room', { file: 'other' }, /not in this room any more/],
  ['a file that was never offered', { file: 'forged' }, /not in this room any more/],
  ['a file that is too large', { file: 'heavy' }, /at most/],
  ['a file that is no CSV', { file: 'broken' }, /cannot be read as CSV/],
])('%s as a list is refused under its field', async (_what, typed, said) => {
  const { host } = await workspace();
  const journey = await begin(host, greeting);
  expect(await journey.does(submit(typed))).toEqual(like(new RegExp(`^:warning: .*${said.source}`)));
  expect(journey.at()).toBe('listing');
});

test('a list from a file: columns are guessed, everybody who is left out is named, and nothing is sent before it is confirmed', async () => {
  const { host, requests, said } = await workspace();
  const optOut: OptOut = {
    kind: 'opt-out',
    number: NUMBER,
    ids: ['442079460958'],
    at: 1,
    from: 'everything',
    wamid: 'w',
  };
  await storeOptOut(host, optOut);
  const journey = await begin(host, greeting);
  const form = await journey.does(submit({ file: 'people' }));
  expect(form).toEqual(
    like(
      'Column with the phone numbers',
      'Column for: Text {{name}}',
      'Column for: Text {{agent_name}}',
      'Text {{agent_name}}',
    ),
  );
  // The name has a column of its own, so that it is not asked for.
  expect(form).not.toContain('Text {{name}}');
  const suffix = Object.keys(journey.context().suggested as object).find((id) => id.endsWith('suffix')) ?? '';
  const confirm = await journey.does(submit({ [`column.${suffix}`]: 'Page' }));
  expect(confirm).toEqual(
    like(
      'Send to this list?',
      '**Get the template:** 2',
      '**Left out:** 5',
      '· no WhatsApp number of a customer: 2',
      '· in the list twice: 1',
      '· want no such messages: 1',
      '· a value is missing or not allowed: 1',
      /^Line 4: nobody – /,
      'Line 6: +55 11 95555 0111 – The same number is in line 2.',
      /^:moneybag: .*Messages of the category \*\*Marketing\*\*: 2/,
      'Hi Ana, Ada Admin has news.',
      ':link: Read · https://acme.example/a',
      'Send to 2',
    ),
  );
  const { job = '' } = journey.context() as { job?: string };
  expect(await findJob(host, job)).toMatchObject({ state: 'draft', total: 2, skipped: 5 });
  expect((await findPeople(host, job)).map(({ waId, line }) => [waId, line])).toEqual([
    ['5511955550111', 2],
    ['4930901820', 3],
    ['', 4],
    ['551155550100', 5],
    ['5511955550111', 6],
    ['351912345678', 7],
    ['442079460958', 8],
  ]);
  // Another instance is at work for this number, so that nothing goes out within the test.
  await takeLease(host, `templates of ${NUMBER}`);
  expect(await journey.does(submit())).toEqual(like('Template to a list', /Sending/, /\*\*Line 2:|Line 2:/));
  expect(await findJob(host, job)).toMatchObject({ state: 'running' });
  expect(said).toMatchObject([{ to: 'admin-id', room: ROOM.id }]);
  expect(requests).toEqual([]);
});

test('where nobody is left nothing can be sent, and Back forgets the people', async () => {
  const { host } = await workspace();
  const journey = await begin(host, plain);
  const confirm = await journey.does(submit({ numbers: 'Ana; Ben\nCid' }));
  expect(confirm).toEqual(like('**Get the template:** 0', /^:no_entry_sign: Nobody is left/));
  expect(confirm.filter((line) => line.startsWith('Send to '))).toEqual(['Send to this list?']);
  const people = () => findPeople(host, String(journey.context().job));
  expect(await people()).toHaveLength(3);
  expect(await journey.does({ type: 'BACK' })).toEqual(like('Phone numbers'));
  expect(await people()).toEqual([]);
});

test('more people who are left out than fit are counted', async () => {
  const { host } = await workspace();
  const journey = await begin(host, plain);
  const confirm = await journey.does(submit({ numbers: Array.from({ length: 12 }, (_, at) => `x${at}`).join('\n') }));
  expect(confirm).toEqual(like('… and 4 more. The result will name all of them.'));
});

test('what everybody gets is checked once, under its field', async () => {
  const { host } = await workspace();
  const journey = await begin(host, greeting);
  expect(await journey.does(submit({ numbers: '+55 11 95555-0111' }))).toEqual(like('Text {{name}}'));
  expect(await journey.does(submit())).toEqual(like(':warning: Fill this in.'));
  expect(journey.at()).toBe('filling');
});

test('a file for the header that somebody else posted goes to nobody', async () => {
  const { host } = await workspace();
  const journey = await begin(host, picture);
  const form = await journey.does(submit({ numbers: '+55 11 95555-0111' }));
  expect(form).toEqual(like('Or a file that you posted in this room', 'theirs.csv'));
  const file = Object.keys(journey.context().suggested as object).find((id) => id.endsWith('.file')) ?? '';
  expect(await journey.does(submit({ [file]: 'theirs' }))).toEqual(
    like(/^:warning: This file is not in this room any more/),
  );
});

describe('what changed meanwhile is said, and nothing is sent', () => {
  const paused = [{ ...plain, status: 'PAUSED' }];

  test.each<[string, Template[], RegExp]>([
    ['the template was paused', paused, /^:warning: .*paused/],
    ['the template is gone', [], /^:warning: /],
  ])('%s', async (_what, meanwhile, said) => {
    const { host, store } = await workspace();
    const journey = await begin(host, plain);
    await journey.does(submit({ numbers: '+55 11 95555-0111' }));
    await store(meanwhile);
    expect(await journey.does(submit())).toEqual(like(said));
    expect(journey.at()).toBe('confirming');
    const again = await begin(host, plain);
    expect(await again.does(submit({ numbers: '+55 11 95555-0111' }))).toEqual(like(said));
    expect(again.at()).toBe('listing');
  });

  test('somebody whose role sends to no lists any more', async () => {
    const { host } = await workspace();
    const journey = await begin(host, plain, ['livechat-monitor']);
    await journey.does(submit({ numbers: '+55 11 95555-0111' }));
    expect(await journey.does(submit())).toEqual(like(/^:warning: Your roles may not send templates to lists/));
  });

  test('the number was disconnected', async () => {
    const { host } = await workspace();
    const journey = await begin(host, greeting);
    await journey.does(submit({ numbers: '+55 11 95555-0111' }));
    await removeNumber(host, NUMBER);
    expect(await journey.does(submit())).toEqual(like(/^:warning: .*\+55 11 5555 0100/));
    expect(journey.at()).toBe('listing');
  });
});
