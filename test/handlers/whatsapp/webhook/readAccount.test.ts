import { readAccount } from '../../../../src/handlers/whatsapp/webhook/readAccount';
import { eventsOf } from './support/readFixture';

const template = { id: '1689556908129835', name: 'order_update', language: 'en_US' };

describe('news of the account', () => {
  test.each([
    [
      'a refused template, with the reason',
      'template-rejected',
      {
        topic: 'template-status',
        template,
        status: 'REJECTED',
        category: 'UTILITY',
        reason: 'INVALID_FORMAT',
        details: 'Parameters stand next to each other.',
      },
    ],
    [
      'an approved template, for which NONE is no reason',
      'template-approved',
      { topic: 'template-status', template, status: 'APPROVED', reason: undefined },
    ],
    [
      'the quality of a template',
      'template-quality',
      { topic: 'template-quality', template, previous: 'GREEN', current: 'YELLOW' },
    ],
    [
      'the category of a template',
      'template-category',
      { topic: 'template-category', previous: 'UTILITY', current: 'MARKETING' },
    ],
    ['the text of a template', 'template-content', { topic: 'template-content', template }],
    [
      'the quality of a number',
      'number-quality',
      { topic: 'number-quality', event: 'FLAGGED', limit: 'TIER_10K', number: { displayNumber: '4930901820' } },
    ],
    [
      'the name of a number',
      'number-name',
      { topic: 'number-name', decision: 'REJECTED', name: 'Lee & Co', reason: 'NAME_NOT_FOUND' },
    ],
    [
      'a restriction',
      'account-update',
      {
        topic: 'account-update',
        event: 'ACCOUNT_RESTRICTION',
        restrictions: [
          { type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: 1_760_500_000_000 },
          { type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', until: undefined },
        ],
      },
    ],
    [
      'a ban',
      'account-banned',
      { topic: 'account-update', event: 'DISABLED_UPDATE', ban: 'SCHEDULE_FOR_DISABLE', violation: 'SPAM' },
    ],
    ['a review', 'account-review', { topic: 'account-review', decision: 'APPROVED' }],
    [
      'an alert',
      'account-alert',
      { topic: 'account-alert', severity: 'CRITICAL', type: 'OBA', description: 'Look into it' },
    ],
    ['what the account may do', 'account-capability', { topic: 'capability', dailyLimit: 1_000, numbers: 2 }],
    ['the username', 'account-username', { topic: 'business-username', username: 'leeandco', status: 'reserved' }],
    [
      'settings, which are only named',
      'account-settings',
      { topic: 'other', field: 'account_settings_update', timestamp: 1_760_000_001_000 },
    ],
  ])('may be %s', (_what, name, event) => {
    expect(eventsOf(name)).toMatchObject([
      { kind: 'account', wabaId: '209900000000009', timestamp: expect.any(Number), ...event },
    ]);
  });

  test.each(['message_template_status_update', 'account_update', 'account_alerts', 'constructor', 'brand_new'])(
    'of %s are read from any body',
    (field) => {
      const scope = { number: {}, field, contacts: [], errors: [], count: 0 };
      for (const value of [{}, { event: 7, restriction_info: 'x', alert_info: [] }, { message_template_id: {} }]) {
        expect(readAccount(value, scope)).toMatchObject({ kind: 'account', timestamp: null });
      }
    },
  );
});
