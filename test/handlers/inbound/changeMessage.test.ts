import { changeMessage } from '../../../src/handlers/inbound/messages/changeMessage';
import { changeOf } from '../../../src/handlers/inbound/messages/changeOf';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { updates } from '../../support/updates';
import { english } from '../whatsapp/messages/support/renderFixture';

describe('changeMessage', () => {
  async function workspace(messageId?: string, captionId?: string) {
    const parts = updates({ m1: 'before', m2: 'caption' });
    const fake = fakeHost({ modify: parts.modify, read: parts.read });
    const inbox = inboxEntry({ wamid: 'wamid.1' });
    await storeEntry(fake.host, inbox);
    await linkMessage(fake.host, inbox, 'wamid.1', {
      direction: 'in',
      number: '1',
      customer: '2',
      messageId,
      captionId,
    });
    return { ...fake, ...parts };
  }

  test('the message in the room says what the change makes of it', async () => {
    const { host, texts } = await workspace('m1');
    expect(await changeMessage(host, 'wamid.1', (before) => `${before} and after`)).toBe(true);
    expect(texts).toEqual({ m1: 'before and after', m2: 'caption' });
  });

  test('what a file says is its caption', async () => {
    const { host, texts } = await workspace('m1', 'm2');
    expect(await changeMessage(host, 'wamid.1', (before) => `${before} and after`)).toBe(true);
    expect(texts).toEqual({ m1: 'before', m2: 'caption and after' });
  });

  test('a text that Rocket.Chat finds too long is not in the room, any other failure is none of ours', async () => {
    const { host } = await workspace('m1');
    const refusals = ['error-message-size-exceeded', 'no database'];
    const finish = async () => Promise.reject(new Error(refusals.shift()));
    jest.spyOn(host.modify, 'getUpdater').mockReturnValue({ ...host.modify.getUpdater(), finish });
    expect(await changeMessage(host, 'wamid.1', () => 'x')).toBe(false);
    await expect(changeMessage(host, 'wamid.1', () => 'x')).rejects.toThrow('no database');
  });

  test('a message that is not known, or left none in the room, is not found', async () => {
    expect(await changeMessage((await workspace('m1')).host, 'wamid.2', () => 'x')).toBe(false);
    expect(await changeMessage((await workspace()).host, 'wamid.1', () => 'x')).toBe(false);
  });
});

describe('changeOf', () => {
  const base = { ...ofCustomer, wamid: 'wamid.change', target: 'wamid.target' };

  test('an edit says what the message says now and what it said before', () => {
    const change = changeOf({ ...base, kind: 'edit', content: { type: 'text', body: 'at nine' } }, english);
    expect(change('at eight')).toMatch(/^at nine\n.*\n> at eight$/);
    expect(change('')).toContain('at nine');
  });

  test('a deletion says that there was one and what the message said', () => {
    const change = changeOf({ ...base, kind: 'revoke' }, english);
    expect(change('at eight')).toMatch(/deleted.*\n> at eight$/i);
  });
});
