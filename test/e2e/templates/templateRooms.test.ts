import { connectDemoNumber, connectNewNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SecondInstance } from '../support/instances/startSecondInstance';
import { countKeys } from '../support/clients/settle';
import { sameWindow, startSecondInstance } from '../support/instances/startSecondInstance';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { templateHappens } from '../support/templateRequests';
import { elementsOf, textOf } from '../support/ui/blocks';
import type { TestView } from '../support/ui/TestView';
import { waitFor } from '../support/waitFor';

// The template wizard with two numbers, opened from every kind of room, and continued on a second instance.

const COMMAND = '/whatsapp-360d-cloud send-template';
const SECOND = '4930901820';
const TICKET = 'Text {{ticket_id}}';
const FILE = 'Or a file of this conversation';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await connectNewNumber(workbench, SECOND);
  const isRead = (digits: string) => (record: { data: Record<string, unknown> }) =>
    record.data['kind'] === 'templates' && record.data['number'] === digits && 'readAt' in record.data;
  const allRead = async () => {
    const records = await workbench.records();
    return [number, SECOND].every((digits) => records.some(isRead(digits)));
  };
  await waitFor(allRead, { what: 'the templates of both numbers', interval: 200 });
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const read = ({ modal }: { modal: TestView }) => modal.texts.join('\n');

async function runCommand(agent: TestClient, room: string): Promise<void> {
  if (agent.modal.isOpen) agent.modal.escape();
  await agent.runCommand(COMMAND, room);
  await waitFor(() => agent.modal.isOpen, { what: 'the wizard' });
}

/** From the list to what **Use** leads to. */
async function use(view: TestView, name: string): Promise<void> {
  await view.fill('Search', name);
  await view.click('Open');
  if (view.view.blocks.some(({ blockId }) => blockId === 'language-choice')) {
    await view.choose('choose-language', 'English');
  }
  await view.click('Use');
}

/** The button of a number may name the business too. */
async function chooseNumber({ modal }: { modal: TestView }, phone: string): Promise<void> {
  const labels = elementsOf(modal.view.blocks).map(({ element }) => textOf(element.text));
  await modal.click(labels.find((label) => label.includes(phone)) ?? phone);
}

/** The message to WhatsApp whose body has these words. */
const sentWith = async (words: string) =>
  (await workbench.sim.sends()).find(({ requestBody }) => JSON.stringify(requestBody).includes(words));

describe('outside of conversations', () => {
  test('the number is chosen, the recipient typed and checked, and the answer comes to the sender', async () => {
    const { phone } = await conversationWith(workbench, SECOND, 'Tina Typed');
    const agent = await workbench.as('agent2');
    await runCommand(agent, 'general');
    expect(read(agent)).toContain('Which of your WhatsApp numbers');
    await chooseNumber(agent, '+49 30 901820');
    await use(agent.modal, 'ticket update');
    for (const [typed, problem] of [
      ['', 'phone number'],
      ['12', 'phone number'],
      [`+${number}`, 'your own connected numbers'],
    ] as const) {
      await agent.modal.fill('WhatsApp number of the customer', typed);
      await agent.modal.submit();
      expect(read(agent)).toMatch(new RegExp(`:warning: .*${problem}`));
    }
    await agent.modal.fill('WhatsApp number of the customer', `+${phone.customer.waId}`);
    await agent.modal.submit();
    expect(read(agent)).toContain('Tina Typed');
    expect(agent.modal.valueOf('Text {{customer_name}}')).toBe('Tina Typed');
    await agent.modal.fill(TICKET, '2001');
    await agent.modal.submit();
    expect(read(agent)).toContain('**From:** +49 30 901820');
    await agent.modal.submit();
    await phone.receive(SECOND, '2001');
    const { _id: general } = await agent.room('general');
    expect(agent.onlyForMe(general).map(({ msg }) => msg)).toContainEqual(
      expect.stringContaining('**ticket_update** was sent to Tina Typed'),
    );
    expect(await phone.received(number)).toEqual([]);
  });

  test('somebody new is asked by their number, and who sent it gets their answer', async () => {
    const phone = await workbench.sim.customer({ name: 'Nora New' });
    const agent = await workbench.as('agent2');
    await runCommand(agent, 'general');
    await chooseNumber(agent, '+55 11 5555 0100');
    await use(agent.modal, 'ticket update');
    await agent.modal.fill('WhatsApp number of the customer', `+${phone.customer.waId}`);
    await agent.modal.submit();
    expect(agent.modal.valueOf('Text {{customer_name}}')).toBeUndefined();
    await agent.modal.fill('Text {{customer_name}}', 'Nora');
    await agent.modal.fill(TICKET, '2002');
    await agent.modal.submit();
    await agent.modal.submit();
    await phone.receive(number, '2002');
    await phone.say(number, 'Thank you for 2002');
    const { agent: server, room } = await conversationOf(workbench, 'Nora New');
    expect(server.username).toBe('agent2');
    await server.findMessage(room._id, 'there is news about your ticket #2002');
  });
});

test('no key outside of a conversation costs more than four round trips', async () => {
  const { costs, cost } = countKeys(workbench);
  await conversationWith(workbench, number, 'Tilda Typed');
  const agent = await workbench.as('agent2');
  await workbench.travel(1.1);
  await runCommand(agent, 'general');
  await cost('number', () => chooseNumber(agent, '+55 11 5555 0100'));
  await cost('another number', () => agent.modal.choose('choose-number', 'Number 1820 · +49 30 901820'));
  await agent.modal.fill('Search', 'ticket update');
  await cost('show', () => agent.modal.click('Open'));
  await cost('language', () => agent.modal.choose('choose-language', 'English'));
  await cost('use', () => agent.modal.click('Use'));
  await agent.modal.fill('WhatsApp number of the customer', '12');
  await cost('a recipient that is none', () => agent.modal.submit());
  await agent.modal.fill('WhatsApp number of the customer', '+49 30 5557777');
  await cost('somebody new', () => agent.modal.submit());
  await cost('back', () => agent.modal.click('Back'));
  expect(Object.entries(costs).filter(([, count]) => count > 4)).toEqual([]);
  expect(Object.values(costs).every((count) => count > 0)).toBe(true);
});

describe('in conversations', () => {
  test('a conversation’s number cannot be changed, whatever a client sends', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Fritz Fixed');
    await runCommand(agent, room);
    await agent.screen.interact(workbench.appId, {
      type: 'blockAction',
      actionId: 'choose-number',
      payload: { blockId: 'number-choice', value: SECOND },
      container: { type: 'view', id: agent.modal.view.id },
    });
    await use(agent.modal, 'ticket update');
    await agent.modal.fill(TICKET, '2003');
    await agent.modal.submit();
    await agent.modal.submit();
    await phone.receive(number, '2003');
    expect(await phone.received(SECOND)).toEqual([]);
  });

  test('a file of the conversation stands in the header, on the phone and in the room, before a link of last time', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Frida File');
    const other = await conversationWith(workbench, number, 'Olga Other');
    await agent.upload(room, { name: 'bread.png', type: 'image/png', bytes: PIXEL });
    await phone.send(
      number,
      { type: 'image', image: {} },
      { file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
    );
    const ofCustomer = await agent.findMessage(room, ({ file, token }) => file !== undefined && token !== undefined);
    const foreign = await other.agent.upload(other.room, { name: 'secret.png', type: 'image/png', bytes: PIXEL });

    await runCommand(agent, room);
    await use(agent.modal, 'seasonal promotion');
    expect(agent.modal.optionsOf(FILE)).toEqual(['None', ofCustomer.file?.name, 'bread.png']);
    await agent.modal.fill('Text {{sale_name}}', 'Sale 2004');
    await agent.modal.fill('Text {{discount}}', '10%');
    await agent.modal.fill('Picture in the header', 'https://example.com/picture.png');
    await agent.modal.submit();
    await agent.modal.submit();
    await phone.receive(number, 'Sale 2004');

    await runCommand(agent, room);
    await use(agent.modal, 'seasonal promotion');
    expect(agent.modal.valueOf('Picture in the header')).toBe('https://example.com/picture.png');
    await agent.modal.fill('Text {{sale_name}}', 'Sale 2005');
    await agent.modal.fill(FILE, 'bread.png');
    expect(read(agent)).toContain('bread.png');
    await agent.modal.submit();
    expect(read(agent)).toContain('bread.png');
    await agent.modal.submit();
    expect(read(agent)).toContain('was sent to Frida File');
    const sent = await sentWith('Sale 2005');
    expect(JSON.stringify(sent?.requestBody)).toMatch(/"image":\{"id":"\d+"\}/);
    const line = await agent.findMessage(room, 'Sale 2005');
    expect(line.attachments).toMatchObject([{ image_url: expect.stringMatching(/^\/file-upload\/.*bread\.png$/) }]);

    // A client may name any upload: a file of somebody else's conversation never goes out.
    await runCommand(agent, room);
    await use(agent.modal, 'seasonal promotion');
    await agent.modal.fill('Text {{sale_name}}', 'Sale 2006');
    await agent.modal.fill('Picture in the header', '');
    const field = agent.modal.view.blocks.find(({ blockId }) => blockId?.endsWith('.file'))?.element;
    agent.screen.modal?.set(field?.actionId ?? '', field?.blockId, foreign.file?._id);
    await agent.modal.submit();
    expect(read(agent)).toContain(':warning:');
    await phone.say(number, 'Nothing of 2006');
    await agent.findMessage(room, 'Nothing of 2006');
    expect(await sentWith('Sale 2006')).toBeUndefined();
  });

  test('a conversation on hold is written to from its menu, and stays on hold', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Heidi Hold');
    await agent.send(room, 'One moment');
    await phone.receive(number, 'One moment');
    await agent.http.post('/api/v1/livechat/room.onHold', { roomId: room });
    await agent.pressRoomAction('send-template', room);
    await use(agent.bar(room), 'ticket update');
    await agent.modal.fill(TICKET, '2007');
    await agent.modal.submit();
    await agent.modal.submit();
    await phone.receive(number, '2007');
    await agent.findMessage(room, 'ticket #2007');
    await agent.http.post('/api/v1/livechat/room.resumeOnHold', { roomId: room });
  });

  test('a conversation that waits in the queue is written to from its menu; others are refused politely', async () => {
    const { agent: server, room: foreign } = await conversationWith(workbench, number, 'Sven Served');
    await workbench.setServerSetting('Livechat_Routing_Method', 'Manual_Selection');
    const phone = await workbench.sim.customer({ name: 'Quinn Queued' });
    await phone.say(number, 'Anybody there?');
    const agent = await workbench.as(server.username === 'agent1' ? 'agent2' : 'agent1');
    const inquiry = await waitFor(async () => (await agent.inquiries()).find(({ name }) => name === 'Quinn Queued'), {
      what: 'the conversation in the queue',
    });
    await workbench.setServerSetting('Livechat_Routing_Method', 'Auto_Selection');
    await agent.pressRoomAction('send-template', inquiry.rid);
    await use(agent.bar(inquiry.rid), 'ticket update');
    await agent.modal.fill(TICKET, '2008');
    await agent.modal.submit();
    await agent.modal.submit();
    await phone.receive(number, '2008');
    expect((await agent.inquiries()).map(({ rid }) => rid)).toContain(inquiry.rid);
    await agent.take(inquiry.rid);
    await agent.findMessage(inquiry.rid, 'ticket #2008');
    await agent.screen.interact(workbench.appId, {
      type: 'actionButton',
      actionId: 'send-template',
      rid: foreign,
      payload: { context: 'roomAction' },
    });
    expect(read(agent)).toContain('Only the agents of this conversation');
  });
});

describe('on two instances', () => {
  let second: SecondInstance;

  beforeAll(async () => {
    second = await startSecondInstance(workbench);
  });
  afterAll(() => second.stop());

  test('every step that one of them shows is answered by the other', async () => {
    const { phone } = await conversationWith(workbench, SECOND, 'Tove Two');
    const agent = await workbench.as('agent2');
    await runCommand(agent, 'general');
    const [here, there] = [agent.modal, sameWindow(agent, second)];
    await chooseNumber({ modal: there }, '+49 30 901820');
    await here.fill('Search', 'ticket update');
    await there.click('Open');
    await here.choose('choose-language', 'English');
    await there.click('Use');
    await here.fill('WhatsApp number of the customer', `+${phone.customer.waId}`);
    await here.submit();
    expect(there.valueOf('Text {{customer_name}}')).toBe('Tove Two');
    await there.fill(TICKET, '2012');
    await here.submit();
    expect(here.title).toBe('Send this template?');
    await there.click('Back');
    expect(there.valueOf(TICKET)).toBe('2012');
    await here.cancel();
    await runCommand(agent, 'general');
    const again = sameWindow(agent, second);
    await again.click('Go on');
    expect(again.valueOf(TICKET)).toBe('2012');
    await again.submit();
    await again.submit();
    await phone.receive(SECOND, '2012');
  });

  test('what one of them is told of a template stands in the list of the other', async () => {
    const agent = await workbench.as('agent2');
    await runCommand(agent, 'general');
    const there = sameWindow(agent, second);
    await chooseNumber({ modal: there }, '+55 11 5555 0100');
    const listed = async (words: string) => {
      await there.fill('Search', 'hello world');
      return read({ modal: there }).includes(words);
    };
    expect(await listed('*hello_world*')).toBe(true);
    await templateHappens(workbench, { name: 'hello_world', event: { event: 'pause' }, expected: '"status":"PAUSED"' });
    // The wizard lists what can be sent.
    await waitFor(() => listed('No template matches'), { what: 'the pause in the list of the other' });
    const again = { name: 'hello_world', event: { event: 'reinstate' }, expected: '"status":"APPROVED"' };
    await templateHappens(workbench, again);
    await waitFor(() => listed('*hello_world*'), { what: 'the template in the list of the other' });
  });

  test('a form that was begun on one is reviewed and sent on the other, once', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Tara Two');
    await runCommand(agent, room);
    await use(agent.modal, 'ticket update');
    await agent.modal.fill(TICKET, '2011');
    const other = sameWindow(agent, second);
    await other.submit();
    expect(other.title).toBe('Send this template?');
    expect(other.texts.join('\n')).toContain('ticket #2011');
    // The same press reaches both.
    const here = sameWindow(agent, second);
    await Promise.all([other.submit(), agent.modal.submit(), here.submit()]);
    await phone.receive(number, '2011');
    await phone.say(number, 'Thank you for 2011');
    await agent.findMessage(room, 'Thank you for 2011');
    expect((await phone.received(number)).filter((each) => JSON.stringify(each).includes('2011'))).toHaveLength(1);
    await agent.findMessage(room, 'ticket #2011');
  });
});
