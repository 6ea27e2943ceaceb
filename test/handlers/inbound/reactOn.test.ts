import { reactOn } from '../../../src/handlers/inbound/reactOn';
import type { LinkEntry } from '../../../src/handlers/records/Entry';
import { file } from '../../../src/handlers/records/entries';
import { fakeHost } from '../../support/fakeHost';
import { updates } from '../../support/updates';

const link: LinkEntry = {
  ...file(1, 'wamid.target'),
  wamid: 'wamid.target',
  kind: 'link',
  direction: 'in',
  number: '551155550100',
  customer: '5511955550111',
  messageId: 'm1',
};

describe('a reaction on a message', () => {
  test('is put there in the app’s name', async () => {
    const { modify, read, done } = updates({ m1: 'Hello' });
    expect(await reactOn(fakeHost({ modify, read }).host, link, { emoji: '👍', timestamp: 1 })).toBe(true);
    expect(done).toEqual([expect.stringMatching(/^bot-id \+:\S+: m1$/)]);
  });

  test.each([
    ['without a message of its own', { ...link, messageId: undefined }, '👍'],
    ['with an emoji that Rocket.Chat does not know', link, '\u{1FAE8}\u{1FAE8}'],
  ])('%s is not shown', async (_what, target, emoji) => {
    const { modify, read, done } = updates({ m1: 'Hello' });
    expect(await reactOn(fakeHost({ modify, read }).host, target, { emoji, timestamp: 1 })).toBe(false);
    expect(done).toEqual([]);
  });
});
