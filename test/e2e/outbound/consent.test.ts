import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { messageWebhook, webhookOf } from '../support/webhookBodies';
import { PIXEL } from '../support/pixel';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

const CONFIRMED = 'You will not receive any more messages from us. If you change your mind, write START.';
const TOLD = 'The customer wants no messages any more.';
const REFUSED = 'The customer wants no messages from your business, so this was not sent.';

describe('what customers want to be sent', () => {
  let workbench: TestWorkbench;
  let number: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ durable: true });
    number = await connectDemoNumber(workbench, {
      'Welcome Message (optional)': 'Welcome to the bakery!',
      'Conversation Finished Message (optional)': 'Thank you, see you soon!',
    });
  });
  afterAll(() => workbench.stop());

  const preference = async (waId: string, value: string, timestamp: number) => {
    const contacts = [{ profile: { name: 'Ana' }, wa_id: waId }];
    const choice = { wa_id: waId, category: 'marketing_messages', value, timestamp: String(timestamp) };
    await workbench.sim.webhook(
      number,
      await webhookOf(workbench.sim, number, { contacts, user_preferences: [choice] }),
    );
    await workbench.idle();
  };

  const cards = async (agent: TestClient, room: string, text: string) =>
    (await agent.messages(room)).filter(({ msg }) => msg.includes(text)).length;

  test('who writes STOP is answered once and gets nothing until START', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
    await phone.receive(number, 'Welcome to the bakery!');
    await phone.say(number, 'Stop!');
    await phone.receive(number, CONFIRMED);
    await agent.findMessage(room, TOLD);
    await phone.say(number, 'STOP');
    await agent.findMessage(room, ({ token, msg }) => token !== undefined && msg === 'STOP');
    await agent.send(room, 'Are you sure?');
    const card = await agent.findMessage(room, REFUSED);
    await workbench.idle();
    expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual([
      'Welcome to the bakery!',
      CONFIRMED,
    ]);
    expect(await cards(agent, room, TOLD)).toBe(1);
    await phone.say(number, 'start');
    await phone.receive(number, 'You will receive our messages again.');
    await agent.findMessage(room, 'The customer wants messages again.');
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, 'Are you sure?');
  });

  test('nothing that agents or programs can send goes until START, and each says why', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Gus Every');
    const { waId = '' } = phone.customer;
    await templatesRead(workbench);
    const question = await agent.findMessage(room, 'Hello');
    await phone.receive(number, 'Welcome to the bakery!');
    await phone.say(number, 'STOP');
    await phone.receive(number, CONFIRMED);
    const isCard = (about: string) => (message: { msg: string }) =>
      message.msg.includes(REFUSED) && message.msg.includes(about);

    await agent.send(room, 'By a text');
    await agent.findMessage(room, isCard('By a text'));
    await agent.upload(room, { name: 'way.png', type: 'image/png', bytes: PIXEL, msg: 'By a file' });
    await agent.findMessage(room, isCard('By a file'));
    await agent.react(question._id, ':thumbsup:');
    await agent.findMessage(room, isCard('👍'));

    await agent.runCommand('/whatsapp-360d-cloud send-template', room);
    await waitFor(() => agent.modal.isOpen, { what: 'the list of templates' });
    await agent.modal.fill('Search', 'hello world');
    await agent.modal.click('Open');
    await agent.modal.click('Use');
    await agent.modal.submit();
    expect(agent.modal.texts.join('\n')).toContain(REFUSED);

    const template = { name: 'hello_world', language: { code: 'en_US' } };
    const path = workbench.privateUrl('templateMessage').slice(workbench.url.length);
    const { body } = await workbench.http.request<{ results?: { error?: string }[] }>('POST', path, {
      phoneNumbers: [waId],
      connectedWhatsAppNo: number,
      template,
      results: 'detailed',
    });
    expect(body.results?.[0]?.error).toContain('wants no messages');
    if (workbench.server !== '7.8') {
      const { status } = await agent.http.request(
        'POST',
        `/api/v1/omnichannel/outbound/providers/${workbench.appId}/message`,
        { type: 'template', templateProviderPhoneNumber: `+${number}`, to: `+${waId}`, template },
      );
      expect(status).toBeGreaterThanOrEqual(400);
    }
    await agent.close(room, 'done');

    await phone.say(number, 'START');
    await phone.receive(number, 'You will receive our messages again.');
    const next = await conversationOf(workbench, 'Gus Every');
    await next.agent.send(next.room._id, 'Back again');
    await phone.receive(number, 'Back again');
    const texts = (await phone.received(number)).map(({ message }) => message.text?.body ?? message.type);
    const allowed = ['Welcome to the bakery!', CONFIRMED, 'You will receive our messages again.', 'Back again'];
    expect(texts.filter((text) => !allowed.includes(text))).toEqual([]);
    expect(texts.filter((text) => text === CONFIRMED)).toHaveLength(1);
    expect((await phone.chat(number)).flatMap(({ reactions }) => reactions)).toEqual([]);
  });

  test('a sentence with the word in it, or a bot’s button with it, changes nothing', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor');
    await phone.say(number, 'Please stop by tomorrow');
    const reply = { type: 'button_reply', button_reply: { id: 'music', title: 'Stop' } };
    await phone.send(number, { type: 'interactive', interactive: reply });
    await agent.findMessage(room, ({ token, msg }) => token !== undefined && msg === 'Stop');
    await agent.send(room, 'I will');
    await phone.receive(number, 'I will');
  });

  test('a tap on the button of a template is a word too', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Cleo Martin');
    await phone.send(number, { type: 'button', button: { text: 'Não quero mais', payload: 'PARAR' } });
    await phone.receive(number, CONFIRMED);
    await agent.send(room, 'Hello?');
    await agent.findMessage(room, ({ msg }) => msg.includes('Hello?') && msg.includes(REFUSED));
  });

  test('the words are the admin’s, and can be switched off', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Dora Klein');
    await workbench.setSettings({ opt_out_words: 'Genug, Schluss' });
    await phone.say(number, 'STOP');
    await agent.findMessage(room, ({ token, msg }) => token !== undefined && msg === 'STOP');
    await phone.say(number, 'genug');
    await phone.receive(number, CONFIRMED);
    await agent.send(room, 'Not sent');
    await agent.findMessage(room, ({ msg }) => msg.includes('Not sent') && msg.includes(REFUSED));
    await workbench.setSettings({ respect_opt_outs: false });
    await agent.send(room, 'Sent after all');
    await phone.receive(number, 'Sent after all');
    await workbench.setSettings({ respect_opt_outs: true });
    expect((await phone.received(number)).some(({ message }) => message.text?.body === 'Not sent')).toBe(false);
  });

  test('who stopped marketing in WhatsApp is written to when they write', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Emil Berg');
    const waId = phone.customer.waId ?? '';
    await preference(waId, 'stop', Math.floor(Date.now() / 1000));
    await agent.findMessage(
      room,
      'does not want marketing messages any more. Nothing is sent to them until they write.',
    );
    await agent.send(room, 'A word on our offers');
    await agent.findMessage(room, 'The customer has stopped marketing messages from your business.');
    await preference(waId, 'resume', Math.floor(Date.now() / 1000) + 1);
    await agent.send(room, 'Thank you');
    await phone.receive(number, 'Thank you');
    expect(JSON.stringify(await phone.received(number))).not.toContain(CONFIRMED);
  });

  test('it is kept of who never wrote, over a restart, and of who comes back in another conversation', async () => {
    const fay = await workbench.sim.customer({ name: 'Fay Long' });
    const now = Math.floor(Date.now() / 1000);
    await preference(fay.customer.waId ?? '', 'stop', now - 60);
    // Written before the wish and delivered after it.
    const hello = { timestamp: String(now - 3_600), type: 'text', text: { body: 'Hello' } };
    await workbench.sim.webhook(number, await messageWebhook(workbench, number, fay.customer, hello));
    const first = await conversationOf(workbench, 'Fay Long');
    await first.agent.send(first.room._id, 'Anything else?');
    await first.agent.findMessage(first.room._id, 'The customer has stopped marketing messages');
    await workbench.setSettings({ opt_out_words: 'BAJA' });
    await fay.say(number, 'baja');
    await fay.receive(number, CONFIRMED);
    await workbench.idle();
    await workbench.restart();
    await (await workbench.as(first.agent.username)).close(first.room._id, 'done');
    await fay.say(number, 'Hello again');
    const { agent, room } = await conversationOf(workbench, 'Fay Long');
    expect(room._id).not.toBe(first.room._id);
    const card = await agent.findMessage(room._id, REFUSED);
    expect(JSON.stringify(card)).toContain('Welcome to the bakery!');
  });
});
