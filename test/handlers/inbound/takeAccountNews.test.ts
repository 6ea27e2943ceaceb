import { takeAccountError } from '../../../src/handlers/inbound/webhook/eventHandlers';
import { describeRestrictions, takeAccountNews } from '../../../src/handlers/inbound/webhook/takeAccountNews';
import { REFRESH_SOON } from '../../../src/handlers/numbers/templates/fetchTemplates';
import { createTranslator } from '../../../src/handlers/core/translator';
import { readNumbers, saveNumber } from '../../../src/handlers/numbers/numbers';
import type { AccountEvent, AccountUpdateEvent } from '../../../src/handlers/whatsapp/webhook/AccountEvent';
import { connectedNumber, inboxEntry } from '../../support/records';
import { setupChannel } from '../../support/workspace';

/** A workspace with the setup channel, what admins read there, in English, and the jobs that are to run. */
async function workspace() {
  const jobs: string[] = [];
  const scheduler = { scheduleOnce: async ({ id }: { id: string }) => void jobs.push(id) };
  const { posted, ...fake } = await setupChannel({ modify: { getScheduler: () => scheduler } as never });
  return { ...fake, jobs, warned: () => posted.map(({ text }) => text) };
}

describe('takeAccountError', () => {
  const day = Date.UTC(2026, 10, 22, 10);

  test('trouble of a number is told once a day for each kind, in words', async () => {
    const { host, warned } = await workspace();
    const take = (timestamp: number, code: number) =>
      takeAccountError({
        host,
        number: connectedNumber(),
        inbox: inboxEntry(),
        event: { kind: 'account-error', number: {}, timestamp, errors: [{ code, title: 'Trouble' }] },
      });
    await take(day, 131042);
    await take(day + 60_000, 131042);
    await take(day + 24 * 60 * 60_000, 131042);
    await take(day, 130497);
    expect(warned()).toHaveLength(3);
    expect(warned()[0]).toMatch(/\+55 11 5555 0100.*\w+ \w+/s);
  });
});

describe('takeAccountNews', () => {
  const base = { kind: 'account', number: {}, timestamp: 1_700_000_000_000 } as const;
  const template = { name: 'welcome', language: 'en' };
  const number = connectedNumber({ messagingLimit: 'TIER_1K' });

  async function take(event: AccountEvent, known = number, fake = workspace()) {
    const { host, jobs, warned } = await fake;
    await saveNumber(host, known);
    await takeAccountNews({ host, event, number: known, inbox: inboxEntry() });
    return { host, jobs, warned: warned() };
  }

  describe('news of the account', () => {
    test.each<[string, AccountEvent, RegExp]>([
      [
        'a template that is paused',
        { ...base, topic: 'template-status', template, status: 'PAUSED', reason: 'LOW_QUALITY' },
        /welcome.*Low quality/s,
      ],
      ['a template that is rejected', { ...base, topic: 'template-status', template, status: 'REJECTED' }, /welcome/],
      [
        'a template that is flagged',
        { ...base, topic: 'template-status', template, status: 'FLAGGED', disabledOn: 'January 31, 2027' },
        /welcome.*January 31, 2027/s,
      ],
      [
        'what is wrong with a template, in words and without a code',
        {
          ...base,
          topic: 'template-status',
          template,
          status: 'REJECTED',
          reason: 'INVALID_FORMAT',
          details: 'Two {{1}}',
        },
        // An invisible sign keeps Rocket.Chat from filling it in.
        /Reason: Two \{\u2060\{1\}\}$/,
      ],
      ['a template that is disabled', { ...base, topic: 'template-status', template, status: 'DISABLED' }, /welcome/],
      [
        'a template of another category',
        { ...base, topic: 'template-category', template, previous: 'UTILITY', upcoming: 'MARKETING' },
        /Utility.*Marketing/s,
      ],
      [
        'a category that changes soon, from the one of today',
        { ...base, topic: 'template-category', template, current: 'UTILITY', upcoming: 'MARKETING' },
        /Utility.*Marketing/s,
      ],
      [
        'a restriction',
        {
          ...base,
          topic: 'account-update',
          event: 'ACCOUNT_RESTRICTION',
          restrictions: [{ type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }, { type: 'NEW_KIND' }],
        },
        /: no messages to customers who have not written first, New kind\./,
      ],
      [
        'a ban',
        { ...base, topic: 'account-update', event: 'DISABLED_UPDATE', restrictions: [], ban: 'SCHEDULE_FOR_DISABLE' },
        /: about to be switched off\./,
      ],
      [
        'an account that is gone',
        { ...base, topic: 'account-update', event: 'ACCOUNT_DELETED', restrictions: [] },
        /deleted or removed from/,
      ],
      [
        'an account that is cut off, perhaps for a while',
        { ...base, topic: 'account-update', event: 'ACCOUNT_OFFBOARDED', restrictions: [] },
        /perhaps only for a while/,
      ],
      ['an alert', { ...base, topic: 'account-alert', description: 'Please verify' }, /Please verify/],
      ['a number that is flagged', { ...base, topic: 'number-quality', event: 'FLAGGED' }, /\+55 11 5555 0100/],
      [
        'another limit',
        { ...base, topic: 'number-quality', event: 'DOWNGRADE', limit: 'TIER_250' },
        /1,000 customers.*250 customers/s,
      ],
    ])('is told of %s', async (_what, event, text) => {
      expect((await take(event)).warned).toEqual([expect.stringMatching(text)]);
    });

    test.each<[string, AccountEvent]>([
      ['an approved template', { ...base, topic: 'template-status', template, status: 'APPROVED' }],
      [
        'an update without restrictions',
        { ...base, topic: 'account-update', event: 'PARTNER_ADDED', restrictions: [] },
      ],
      [
        'a ban that has ended',
        { ...base, topic: 'account-update', event: 'DISABLED_UPDATE', restrictions: [], ban: 'REINSTATE' },
      ],
      ['the limit that is known', { ...base, topic: 'number-quality', limit: 'TIER_1K' }],
      ['what nobody has to act on', { ...base, topic: 'other', field: 'flows' }],
    ])('tells nothing of %s', async (_what, event) => {
      expect((await take(event)).warned).toEqual([]);
    });

    test('is the same occasion when it comes again, and another one at another time', async () => {
      const event: AccountEvent = { ...base, topic: 'template-status', template, status: 'PAUSED' };
      const fake = workspace();
      await take(event, number, fake);
      expect((await take(event, number, fake)).warned).toHaveLength(1);
      const later = { ...event, timestamp: 1_700_000_999_000 };
      expect((await take(later, number, fake)).warned).toHaveLength(2);
    });

    test('keeps a new limit; the first one that is known is no change', async () => {
      const bare = connectedNumber();
      const { host, warned } = await take({ ...base, topic: 'number-quality', limit: 'TIER_250' }, bare);
      expect(await readNumbers(host)).toMatchObject([{ messagingLimit: 'TIER_250' }]);
      expect(warned).toEqual([]);
    });

    test.each<[string, AccountEvent, string[]]>([
      ['a template’s state', { ...base, topic: 'template-status', template, status: 'APPROVED' }, [REFRESH_SOON]],
      ['a template’s category', { ...base, topic: 'template-category', template, current: 'UTILITY' }, [REFRESH_SOON]],
      ['a template’s quality', { ...base, topic: 'template-quality', template, current: 'RED' }, [REFRESH_SOON]],
      ['a template’s text', { ...base, topic: 'template-content', template }, [REFRESH_SOON]],
      ['an alert', { ...base, topic: 'account-alert', description: 'Please verify' }, []],
    ])('of %s has the list read anew, or not', async (_what, event, jobs) => {
      expect((await take(event)).jobs).toEqual(jobs);
    });
  });

  describe('describeRestrictions', () => {
    const base: AccountUpdateEvent = {
      kind: 'account',
      topic: 'account-update',
      number: {},
      timestamp: null,
      restrictions: [],
    };

    test.each<[Partial<AccountUpdateEvent>, string]>([
      [{}, ''],
      [{ ban: 'DISABLE' }, 'switched off'],
      [{ ban: 'REINSTATE' }, ''],
      [{ violation: 'ADULT' }, 'Adult'],
      [
        {
          restrictions: [
            { type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' },
            {},
            { type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
          ],
        },
        'no answers to customers, no new phone numbers',
      ],
      [{ restrictions: [{ type: 'constructor' }] }, 'Constructor'],
    ])('what an account may not do, as in %j, reads "%s"', (update, text) => {
      expect(describeRestrictions({ ...base, ...update }, createTranslator('en'))).toBe(text);
    });
  });
});
