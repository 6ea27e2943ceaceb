import { readFile } from 'node:fs/promises';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { places } from '../support/places';
import type { PhoneMessage, SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

/** Minutes: a little more than the second for which the app holds a bot's text back. */
const TOGETHER = 1.5 / 60;

type Kind = keyof typeof places.bots;

/** The parts of an interactive message that a phone needs. */
interface Interactive {
  type: string;
  body: { text: string };
  action: {
    button?: string;
    buttons?: { reply: { id: string; title: string } }[];
    sections?: { rows: { id: string; title: string; description?: string }[] }[];
  };
}

const interactiveOf = ({ message }: PhoneMessage) => message.interactive as Interactive;

describe.each<Kind>(['dialogflow', 'rasa'])('quick replies of a bot like %s', (kind) => {
  let workbench: TestWorkbench;
  let number: string;
  let admin: TestClient;

  beforeAll(async () => {
    workbench = await startTestWorkbench();
    number = await connectDemoNumber(workbench);
    admin = await workbench.as('admin');
    const form = new FormData();
    form.append('app', new Blob([new Uint8Array(await readFile(places.bots[kind].zip))]), 'bot.zip');
    const installed = await admin.http.request('POST', '/api/apps', form);
    expect(installed.status).toBe(200);
    const { user } = await admin.http.get<{ user: { _id: string } }>('/api/v1/users.info', { username: `${kind}.bot` });
    await admin.http.post('/api/v1/livechat/agent.status', { agentId: user._id, status: 'available' });
    for (const name of ['agent1', 'agent2']) await (await workbench.as(name)).setAvailability('not-available');
  });
  afterAll(() => workbench.stop());

  /** What the bot answers to something, once the app has waited for the buttons that may follow a text. */
  const answer = async (phone: SimulatedPhone, act: Promise<unknown>, shown: string) => {
    await act;
    await workbench.travel(TOGETHER);
    return phone.receive(number, shown);
  };
  const ask = (phone: SimulatedPhone, words: string, shown: string) => answer(phone, phone.say(number, words), shown);

  /** A new customer whom the bot serves. */
  async function customer(name: string): Promise<{ phone: SimulatedPhone; room: string }> {
    const phone = await workbench.sim.customer({ name });
    await ask(phone, 'Hello', 'You said: Hello');
    const rooms = await admin.conversations(true);
    return { phone, room: rooms.find(({ fname }) => fname === name)?._id ?? '' };
  }

  /** Taps a button or a row, as the phone does. */
  async function tap(phone: SimulatedPhone, shown: PhoneMessage, title: string): Promise<void> {
    const { type, action } = interactiveOf(shown);
    const choices =
      type === 'list' ? action.sections?.flatMap(({ rows }) => rows) : action.buttons?.map((each) => each.reply);
    const choice = choices?.find((each) => each.title === title);
    if (!choice) throw new Error(`Nothing reads ${title}`);
    const key = type === 'list' ? 'list_reply' : 'button_reply';
    await phone.send(number, {
      type: 'interactive',
      interactive: { type: key, [key]: choice },
      context: { id: shown.wamid },
    });
  }

  const saidBy = async (room: string) =>
    (await admin.messages(room)).filter(({ token, t }) => token !== undefined && t === undefined).map(({ msg }) => msg);

  test('a question and its three answers are one message with buttons', async () => {
    const { phone } = await customer('Ana Souza');
    const menu = await ask(phone, 'menu', 'How can *we* help?');
    expect(interactiveOf(menu)).toMatchObject({
      type: 'button',
      body: { text: 'How can *we* help?' },
      action: {
        buttons: ['Opening hours', 'Talk to a person', 'That is all'].map((title) => ({ reply: { id: title, title } })),
      },
    });
    await workbench.idle();
    expect(await phone.received(number)).toHaveLength(2);
  });

  test('a tap goes to the bot and nowhere else, and the agent reads what was tapped', async () => {
    const { phone, room } = await customer('Ben Okafor');
    await answer(phone, tap(phone, await ask(phone, 'menu', 'How can *we* help?'), 'Opening hours'), 'From 9 to 5.');
    const line = await admin.findMessage(room, 'The customer tapped: Opening hours');
    expect(line.token).toBeUndefined();
    await workbench.idle();
    // The value is the bot's own doing.
    expect(await saidBy(room)).toEqual(['Hello', 'menu', '/hours']);
  });

  test('sent again after WhatsApp could not deliver them, they come with their question', async () => {
    const { phone, room } = await customer('Ada Krug');
    await workbench.sim.fault('status-failed', { code: 131026 }, { times: 1 });
    await ask(phone, 'menu', 'How can *we* help?');
    const isCard = ({ blocks }: { blocks?: unknown[] }) => JSON.stringify(blocks ?? []).includes('Send again');
    await admin.clickButton(await admin.findMessage(room, isCard), 'Send again');
    const questions = () => phone.received(number).then((all) => all.filter(({ message }) => message.interactive));
    await waitFor(async () => (await questions()).length === 2, { what: 'the question to be sent again' });
    const texts = (await questions()).map((shown) => interactiveOf(shown).body.text);
    expect(texts).toEqual(['How can *we* help?', 'How can *we* help?']);
  });

  test('the button of handover hands over; then a tap is the customer’s text', async () => {
    const { phone, room } = await customer('Cleo Martin');
    const menu = await ask(phone, 'menu', 'How can *we* help?');
    const agent = await workbench.as('agent1');
    await agent.setAvailability('available');
    await tap(phone, menu, 'Talk to a person');
    await waitFor(
      async () => (await agent.rooms()).find(({ _id, servedBy }) => _id === room && servedBy?.username === 'agent1'),
      {
        what: 'the handover',
      },
    );
    await agent.setAvailability('not-available');
    await agent.findMessage(room, 'The customer tapped: Talk to a person');
    expect(await saidBy(room)).toEqual(['Hello', 'menu']);
    await tap(phone, menu, 'Opening hours');
    const told = await agent.findMessage(
      room,
      ({ token, msg }) => token !== undefined && msg.endsWith('Opening hours'),
    );
    expect(told.msg).not.toContain('/hours');
  });

  test('the button of closing closes', async () => {
    const { phone, room } = await customer('Dora Klein');
    await tap(phone, await ask(phone, 'menu', 'How can *we* help?'), 'That is all');
    await waitFor(async () => (await admin.conversations(false)).find(({ _id }) => _id === room), { what: 'the end' });
    expect(await saidBy(room)).toEqual(['Hello', 'menu']);
  });

  test('where the bot cannot be told, the value is the customer’s text', async () => {
    const { phone, room } = await customer('Emil Berg');
    await answer(phone, tap(phone, await ask(phone, 'broken', 'Try it'), 'Break'), 'You said: /broken');
    expect(await saidBy(room)).toEqual(['Hello', 'broken', '/broken']);
  });

  test('a long title moves all to a list, and the full text comes back', async () => {
    const { phone, room } = await customer('Fay Long');
    const list = await ask(phone, 'long', 'Why?');
    expect(interactiveOf(list)).toMatchObject({
      type: 'list',
      action: {
        button: 'Show Options',
        sections: [
          {
            rows: [
              { title: "I'm looking to in...", description: "I'm looking to invest in bread" },
              { title: 'No reason' },
            ],
          },
        ],
      },
    });
    await answer(phone, tap(phone, list, "I'm looking to in..."), 'You said: /invest');
    await admin.findMessage(room, "The customer tapped: I'm looking to invest in bread");
  });

  test('five are a list; with lists off, or more than ten, a numbered text that is answered by number or words', async () => {
    const { phone, room } = await customer('Gus Hill');
    const list = await ask(phone, 'five', 'Which?');
    await answer(phone, tap(phone, list, 'Choice 4'), 'You said: /choice4');
    expect((await ask(phone, 'twelve', 'Which of these?')).message.text?.body).toContain('\n12. Choice 12');
    await ask(phone, '11', 'You said: /choice11');
    await workbench.setSettings({ allow_list_options: false, list_button_label: 'Choose' });
    await ask(phone, 'five', 'Which?\n1. Choice 1');
    await ask(phone, 'choice 2', 'You said: /choice2');
    await ask(phone, '3', 'You said: 3');
    await workbench.setSettings({ allow_list_options: true });
    expect(interactiveOf(await ask(phone, 'five', 'Choose')).type).toBe('list');
    await workbench.setSettings({ list_button_label: 'Show Options' });
    await admin.findMessage(room, 'The customer tapped: Choice 11');
  });

  test('a link is a button, a long question goes before its buttons, and a text alone stays one', async () => {
    const { phone } = await customer('Hana Sato');
    expect(interactiveOf(await ask(phone, 'link', 'Our shop'))).toMatchObject({
      type: 'cta_url',
      body: { text: 'See' },
    });
    const read = await ask(phone, 'essay', 'Read');
    expect(interactiveOf(read).body.text).toBe('Please choose:');
    await phone.receive(number, 'word word');
    await ask(phone, 'plain', 'Nothing to tap here');
    await workbench.idle();
    const types = (await phone.received(number)).map(({ message }) => message.type);
    expect(types).toEqual(['text', 'interactive', 'text', 'interactive', 'text']);
  });
});
