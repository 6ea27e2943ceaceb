import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { runJobs, settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { webhookOf } from '../support/webhookBodies';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

const SHOWN = '+55 11 5555 0100';

let workbench: TestWorkbench;
let admin: TestClient;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  admin = await workbench.as('admin');
  await look();
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** Lets the app look after its numbers, as it does every half hour. */
async function look(): Promise<void> {
  await runJobs(workbench, 'watch-numbers');
  await workbench.idle();
}

/** The warnings in the setup channel, oldest first, when every webhook has arrived and was worked off. */
async function warnings(): Promise<string[]> {
  await settle(workbench);
  const messages = await admin.messages(SETUP, 200);
  return messages.map(({ msg }) => msg).filter((msg) => msg.startsWith(':warning:'));
}

/** The messages in the setup channel that an action brought. */
async function heard(happen: () => Promise<unknown>): Promise<string[]> {
  const before = await warnings();
  await happen();
  return (await warnings()).slice(before.length);
}

/** Something that happens to a template by itself. */
async function toTemplate(event: string, details: object = {}): Promise<string> {
  const templates = await workbench.sim.http.get<{ id: string; name: string; status: string }[]>('/templates');
  const template = templates.find(({ status }) => status === 'APPROVED');
  await workbench.sim.http.post(`/templates/${template?.id}/events`, { event, ...details });
  return template?.name ?? '';
}

const change = (facts: object) =>
  workbench.sim.http.request('PATCH', `/numbers/${number}`, facts).then(({ status }) => expect(status).toBe(200));

/** Delivers the same webhook body once more, as 360dialog does when it did not hear our answer. */
async function deliverAgain(summary: string): Promise<void> {
  const deliveries = await workbench.sim.deliveries();
  const last = deliveries.find((delivery) => delivery.summary.includes(summary));
  const { body } = await workbench.sim.http.get<{ body: string }>(`/deliveries/${last?.id}`);
  await workbench.sim.webhook(number, typeof body === 'string' ? JSON.parse(body) : body);
}

describe('a template', () => {
  test.each([
    ['pause', {}, 'WhatsApp paused the template'],
    ['reject', {}, 'WhatsApp rejected the template'],
    ['disable', {}, 'WhatsApp disabled the template'],
    ['category', { category: 'MARKETING' }, 'WhatsApp changes the category of the template'],
  ])('%s is told with its name, and a repeated webhook tells nothing', async (event, details, sentence) => {
    let name = '';
    const first = await heard(async () => (name = await toTemplate(event, details)));
    expect(first).toEqual([expect.stringContaining(`${sentence} ${name}`)]);
    // A reason in words, or none: no date in seconds, nothing that was not filled in.
    expect(first[0]).not.toMatch(/undefined|\{\{|\?|\d{10}/);
    expect(await heard(() => deliverAgain('template'))).toEqual([]);
  });

  test('approved tells nothing: nobody has to do anything', async () => {
    expect(await heard(() => toTemplate('approve'))).toEqual([]);
  });
});

describe('the account', () => {
  const happens = (field: string, value: object = {}) =>
    workbench.sim.http.post('/account-events', { number, field, value });

  test('restricted is told with where to appeal, and a repeated webhook tells nothing', async () => {
    const [told, ...more] = await heard(() => happens('account_update'));
    expect(told).toContain(`WhatsApp restricted the business account of ${SHOWN}`);
    expect(told).toContain('Business Support Home');
    expect(more).toEqual([]);
    expect(await heard(() => deliverAgain('account_update'))).toEqual([]);
  });

  test('a number that is flagged is told, and what its limit fell to', async () => {
    const told = await heard(() => happens('phone_number_quality_update'));
    expect(told.join('\n')).toContain(`WhatsApp flagged ${SHOWN}: its quality is low.`);
    expect(await heard(() => deliverAgain('phone_number_quality_update'))).toEqual([]);
  });

  test.each<[string, string, object, string]>([
    [
      'taken off 360dialog',
      'account_update',
      { event: 'PARTNER_REMOVED', disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' } },
      `WhatsApp disconnected ${SHOWN} from 360dialog: it no longer receives or sends messages. Connect the number to 360dialog again, or ask 360dialog's support. Reason: the phone with the WhatsApp Business app was not used for too long`,
    ],
    [
      'taken off 360dialog by somebody',
      'account_update',
      { event: 'PARTNER_REMOVED', disconnection_info: { initiated_by: 'USER' } },
      "ask 360dialog's support. Reason: somebody disconnected it in WhatsApp",
    ],
    [
      'taken off 360dialog without a word why',
      'account_update',
      { event: 'PARTNER_APP_UNINSTALLED', restriction_info: null },
      `WhatsApp disconnected ${SHOWN} from 360dialog: it no longer receives or sends messages. Connect the number to 360dialog again, or ask 360dialog's support.`,
    ],
    [
      'connected again',
      'account_update',
      { event: 'ACCOUNT_RECONNECTED', restriction_info: null },
      `WhatsApp connected ${SHOWN} to 360dialog again`,
    ],
    [
      'flagged at a limit',
      'phone_number_quality_update',
      { event: 'FLAGGED', current_limit: 'TIER_10K' },
      `WhatsApp flagged ${SHOWN}: its quality is low. Send fewer messages, and only ones that customers welcome, or its messaging limit (10,000 customers in 24 hours) will fall.`,
    ],
    [
      'restricted in a way that is not told',
      'account_update',
      { event: 'ACCOUNT_RESTRICTION', restriction_info: [{}] },
      `WhatsApp restricted the business account of ${SHOWN}. Open Meta's`,
    ],
    [
      'restricted without a word about how',
      'account_update',
      { event: 'ACCOUNT_VIOLATION', restriction_info: null },
      `WhatsApp restricted the business account of ${SHOWN}. Open Meta's`,
    ],
    [
      'reported about without words',
      'account_alerts',
      { alert_info: { alert_severity: 'WARNING' } },
      `WhatsApp reports something about the business account of ${SHOWN}, but not what.`,
    ],
    [
      'told of a template whose category before is not known',
      'template_category_update',
      { message_template_name: 'bread', message_template_language: 'en', new_category: 'MARKETING' },
      'WhatsApp changed the category of the template bread (en) to Marketing.',
    ],
    [
      'told of a template that has no name',
      'message_template_status_update',
      { event: 'PAUSED' },
      'WhatsApp paused the template (WhatsApp does not say which) because of its low quality. It becomes available again by itself after some hours; use another one until then.',
    ],
    [
      'told of a template that is flagged without a date',
      'message_template_status_update',
      { event: 'FLAGGED', message_template_name: 'cake' },
      'WhatsApp flagged the template cake because of its low quality. Improve it or use another one, or it will be disabled.',
    ],
    [
      'rejected by the review',
      'account_review_update',
      { decision: 'REJECTED' },
      `WhatsApp rejected the business account of ${SHOWN} because it does not meet WhatsApp's policy`,
    ],
    [
      'not decided on yet',
      'account_review_update',
      { decision: 'deferred' },
      `WhatsApp has not approved the business account of ${SHOWN} yet`,
    ],
    [
      'refused its display name',
      'phone_number_name_update',
      { decision: 'REJECTED', requested_verified_name: 'Ana', rejection_reason: 'NAME_INDIVIDUAL_ISSUE' },
      `WhatsApp rejected the display name Ana of ${SHOWN}. Choose another one in WhatsApp Manager. Reason: it looks like the name of a person`,
    ],
    [
      'refused its display name without a word why',
      'phone_number_name_update',
      { decision: 'REJECTED', rejection_reason: 'UNKNOWN' },
      `WhatsApp rejected the display name of ${SHOWN}. Choose another one in WhatsApp Manager.`,
    ],
    [
      'given another PIN',
      'security',
      { event: 'PIN_CHANGED', requester: '61555822107539' },
      `Somebody set or changed the PIN (two-step verification) of ${SHOWN}`,
    ],
    [
      'to lose its PIN',
      'security',
      { event: 'PIN_RESET_REQUEST' },
      `Somebody asked in WhatsApp Manager to turn off the two-step verification of ${SHOWN}`,
    ],
    [
      'without a PIN',
      'security',
      { event: 'PIN_RESET_SUCCESS' },
      `The two-step verification of ${SHOWN} was turned off`,
    ],
  ])('%s is told with all that WhatsApp tells, and nothing filled in', async (_what, field, value, sentence) => {
    const body = {
      object: 'whatsapp_business_account',
      entry: [{ id: '1', time: Math.floor(Date.now() / 1_000), changes: [{ field, value }] }],
    };
    const told = await heard(() => workbench.sim.webhook(number, body));
    // Two warnings of one millisecond stand in either order.
    expect(told.join('\n')).toContain(sentence);
    expect(told.join()).not.toMatch(/undefined|\{\{|\?|–/);
  });

  test('delivered in a form that nobody can read is told once a day: a message may be missing', async () => {
    const broken = { id: 'wamid.nobody', type: 'text', text: { body: 'Who wrote this?' } };
    const body = await webhookOf(workbench.sim, number, { messages: [broken, null] });
    const told = await heard(() => workbench.sim.webhook(number, body));
    expect(told).toEqual([expect.stringContaining(`360dialog delivered for ${SHOWN} could not be read`)]);
    expect(told[0]).not.toContain('Who wrote this?');
    expect(await heard(() => workbench.sim.webhook(number, body))).toEqual([]);
  });

  test.each(['account_review_update', 'business_capability_update', 'phone_number_name_update', 'flows'])(
    '%s asks nothing of anybody, so it tells nothing',
    async (field) => {
      expect(await heard(() => happens(field))).toEqual([]);
    },
  );
});

test('a warning is told in the language of the workspace', async () => {
  await workbench.setSettings({ preferred_language: 'de' });
  const told = await heard(() => toTemplate('pause')).finally(() =>
    workbench.setSettings({ preferred_language: 'en' }),
  );
  expect(told).toEqual([expect.stringContaining('WhatsApp')]);
  expect(told[0]).not.toContain('paused the template');
});

describe('looking after the number', () => {
  let headers: Record<string, string>;

  beforeAll(async () => {
    ({ headers } = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook'));
  });

  /** The webhook as the app has registered it. */
  const putBack = () => workbench.sim.setWebhook(number, workbench.privateUrl('incoming'), headers);

  test('nothing is told while all is well', async () => {
    await change({ quality: 'GREEN', messagingLimit: 'TIER_1K' });
    await look();
    expect(await heard(look)).toEqual([]);
  });

  test('quality that fell is told once, and quality that rose is not', async () => {
    await change({ quality: 'YELLOW' });
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`lowered the quality rating of ${SHOWN} from high to medium`)]);
    expect(await heard(look)).toEqual([]);
    await change({ quality: 'GREEN' });
    expect(await heard(look)).toEqual([]);
  });

  test('a limit that changed is told once', async () => {
    await change({ messagingLimit: 'TIER_250' });
    const told = await heard(look);
    expect(told).toEqual([
      expect.stringContaining(`limit of ${SHOWN} from 1,000 customers in 24 hours to 250 customers in 24 hours`),
    ]);
    expect(await heard(look)).toEqual([]);
  });

  test('a webhook that somebody changed is told once, and again only after it was well meanwhile', async () => {
    await workbench.sim.setWebhook(number, 'https://elsewhere.example/hook');
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`Somebody changed the webhook address of ${SHOWN}`)]);
    expect(await heard(look)).toEqual([]);
    await putBack();
    expect(await heard(look)).toEqual([]);
    await workbench.sim.setWebhook(number, 'https://elsewhere.example/hook');
    expect(await heard(look)).toHaveLength(1);
    await putBack();
    await look();
  });

  test('a workspace that has moved is told so, with both addresses, and not that somebody did it', async () => {
    await workbench.setServerSetting('Site_Url', 'https://chat.example.org');
    const told = await heard(look);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('The address of this workspace is https://chat.example.org now');
    expect(told[0]).toContain(`the messages of ${SHOWN} to the former one, ${workbench.url}:`);
    expect(told[0]).toContain('choose **Set the webhook again**');
    expect(await heard(look)).toEqual([]);
    await workbench.sim.setWebhook(number, 'https://elsewhere.example/hook');
    expect((await heard(look)).join('\n')).toContain('Somebody changed the webhook address');
    await workbench.setServerSetting('Site_Url', workbench.url);
    await putBack();
    await look();
  });

  test('a webhook that leads here without our secret is told once', async () => {
    await workbench.sim.setWebhook(number, workbench.privateUrl('incoming'));
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`does not send the secret of ${SHOWN} along any more`)]);
    expect(told[0]).toContain('choose **Set the webhook again**');
    expect(await heard(look)).toEqual([]);
    await putBack();
    await look();
  });

  test('a webhook that is gone is told once', async () => {
    await workbench.sim.setWebhook(number, '');
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`360dialog has no webhook address for ${SHOWN} any more`)]);
    expect(await heard(look)).toEqual([]);
    await putBack();
    await look();
  });

  test.each([
    ['throttled', {}],
    ['server-error', {}],
    ['bad-gateway', {}],
    ['connection-reset', {}],
    ['garbage-answer', {}],
  ])('%s passes by itself, so it is no news', async (kind, params) => {
    await workbench.sim.fault(kind, { ...params, on: 'health' });
    expect(await heard(look)).toEqual([]);
  });

  test('a call that 360dialog blocks is told once, and not as a refused key', async () => {
    await workbench.sim.fault('forbidden', { on: 'health' });
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`a problem with ${SHOWN}: 360dialog does not allow this request`)]);
    expect(await heard(look)).toEqual([]);
  });

  test('a key that is refused is told once, with what to do', async () => {
    await workbench.sim.renewKey(number);
    const told = await heard(look);
    expect(told).toEqual([expect.stringContaining(`360dialog refuses the API key of ${SHOWN}`)]);
    expect(told[0]).toContain('enter it with Edit');
    expect(await heard(look)).toEqual([]);
  });
});
