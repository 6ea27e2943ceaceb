import { disconnectFlow, takeWebhookAway } from '../../src/flows/disconnectFlow';
import { doctorFlow } from '../../src/flows/doctorFlow';
import { logInSteps, setupFlow, signUpSteps } from '../../src/flows/setupFlow';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { disconnectNumber } from '../../src/machines/disconnectNumber';
import { doctor } from '../../src/machines/doctor';
import { setupDialogue } from '../../src/machines/setupDialogue';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { fakeHost } from '../support/fakeHost';
import { sayKeys, sceneOf } from '../support/interactions';
import { describeFlow } from '../support/journeys';
import { connectedNumber } from '../support/records';

describe('disconnecting a number', () => {
  describeFlow({
    flow: disconnectFlow,
    machine: disconnectNumber,
    input: { digits: '551155550100' },
    events: [
      { type: 'CONFIRM' },
      { type: 'WEBHOOK_REMOVED' },
      { type: 'WEBHOOK_STAYS', reason: { key: 'errors:timeout', params: { details: 'x' } } },
      { type: 'FORGOTTEN' },
      { type: 'CANCEL' },
    ],
    silent: ['kept'],
  });
});

describe('takeWebhookAway', () => {
  const digits = '551155550100';
  const ours = { json: { url: 'https://chat.example.org/api/apps/private/app-id/hash/incoming' } };

  async function take(...replies: Parameters<typeof fakeHttp>) {
    const { host, requests } = fakeHost({ replies });
    await saveNumber(host, connectedNumber({ digits }));
    return { outcome: await takeWebhookAway(sceneOf(host), digits), requests };
  }

  describe('taking our webhook away at 360dialog', () => {
    test('is done when it stands there', async () => {
      const { outcome, requests } = await take(ours, { json: {} }, { json: { url: '' } });
      expect(outcome).toEqual({ type: 'WEBHOOK_REMOVED' });
      expect(requests.every(({ headers }) => headers?.['D360-API-KEY'] === 'KEY-A1B2')).toBe(true);
    });

    test('leaves the address of somebody else alone', async () => {
      const { outcome, requests } = await take({ json: { url: 'https://other.example.org/hook' } });
      expect(outcome).toEqual({ type: 'WEBHOOK_REMOVED' });
      expect(requests.map(({ method }) => method)).toEqual(['get']);
    });

    test('tells why it stays when 360dialog cannot be asked', async () => {
      const { outcome } = await take({ status: 401, json: { error: 'Invalid api key' } });
      expect(outcome).toMatchObject({ type: 'WEBHOOK_STAYS', reason: { key: 'errors:keyRefused' } });
    });

    test('has nothing to do for a number that is gone', async () => {
      expect(await takeWebhookAway(sceneOf(fakeHost().host), digits)).toEqual({ type: 'WEBHOOK_REMOVED' });
    });
  });
});

describe('examining a number', () => {
  describeFlow({
    flow: doctorFlow,
    machine: doctor,
    input: { digits: '551155550100' },
    events: [
      { type: 'EXAMINED', findings: [{ level: 'bad', says: { key: 'doctor:a', params: { count: 2 } } }] },
      { type: 'EXAMINE' },
      { type: 'REPAIR' },
      { type: 'NOT_REPAIRED', trouble: { key: 'errors:dialog360Down' } },
      { type: 'CANCEL' },
    ],
    silent: ['closed'],
  });
});

describe('logInSteps', () => {
  test('with an account there are seven steps to a key, and the hub and the documentation are linked', () => {
    const { intro, steps } = logInSteps(sayKeys);
    expect(intro).toContain('https://docs.360dialog.com');
    expect(steps).toHaveLength(7);
    expect(steps[0]).toContain('https://hub.360dialog.com');
  });
});

describe('the dialogue of the setup channel', () => {
  describeFlow({
    flow: setupFlow,
    machine: setupDialogue,
    events: [
      { type: 'OPEN' },
      { type: 'YES' },
      { type: 'NO' },
      { type: 'ACCOUNT_READY' },
      { type: 'NUMBER_CONNECTED' },
      { type: 'LAST_NUMBER_DISCONNECTED' },
    ],
    // Its steps are messages in the channel, which its handlers post.
    silent: Object.keys(setupDialogue.states),
  });
});

describe('signUpSteps', () => {
  async function linkFor(parts: Parameters<typeof fakeHost>[0]): Promise<URL> {
    const { steps } = await signUpSteps(sceneOf(fakeHost(parts).host));
    expect(steps).toHaveLength(5);
    return new URL(/https:[^"]*/.exec(steps[0] ?? '')?.[0] ?? '');
  }

  describe('without an account', () => {
    test('the link leads to the sign-up and back to our page', async () => {
      const link = await linkFor({});
      expect(link.host).toBe('hub.360dialog.com');
      expect(link.searchParams.get('redirect_url')).toBe(
        'https://chat.example.org/api/apps/private/app-id/hash/authSuccess',
      );
    });

    test('a partner’s customers sign up with that partner, whatever the setting holds', async () => {
      expect((await linkFor({ settings: { partner_id: 'AbC123PA' } })).pathname).toContain('/AbC123PA/');
      const odd = await linkFor({ settings: { partner_id: '../x?y=1#z' } });
      expect(odd.host).toBe('hub.360dialog.com');
      expect([...odd.searchParams.keys()]).toEqual(['redirect_url']);
      expect(odd.hash).toBe('');
    });

    test('nothing leads back where the workspace has no address', async () => {
      expect((await linkFor({ siteUrl: '' })).search).toBe('');
    });
  });
});
