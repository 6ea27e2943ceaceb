import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { submitView } from '../../../src/handlers/entry/interactions/submitView';
import { answers } from '../../support/answers';
import { fakeHost } from '../../support/fakeHost';
import { numberForm } from '../../support/numberForm';
import { person } from '../../support/person';
import { positionAt } from '../../support/plannedFlow';
import { shownTexts } from '../../support/shownTexts';
import { storedJourney } from '../../support/storedJourney';

const submitted = (
  user = person(),
  state: unknown = { apiKey: { apiKey: 'k' }, phoneNumber: { phoneNumber: 'abc' } },
) =>
  ({
    getInteractionData: () => ({ user, view: { id: 'v1', state } }),
    getInteractionResponder: () => answers,
  }) as unknown as UIKitViewSubmitInteractionContext;

const context = { form: numberForm(), errors: {}, digits: '', webhookSecret: '', facts: {} };
const departments = { getDepartmentsEnabledWithAgents: async () => [] };

/** A workspace in which the Connect modal is open, in English. */
async function opened(position = positionAt('filling', { context }), version?: number) {
  const fake = fakeHost({ read: { getLivechatReader: () => departments } as unknown as Partial<IRead> });
  await storedJourney(fake.host, { id: 'connect', stage: 'v1', position, version });
  return fake;
}

describe('a submitted view', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test('gets its errors under its fields, and what was typed is kept', async () => {
    const { host, store } = await opened();
    expect(await submitView(host, submitted())).toMatchObject({
      answer: 'errors',
      viewId: 'v1',
      errors: { phoneNumber: expect.stringMatching(/\w+ \w+/) },
    });
    expect(store.records).toMatchObject([
      { position: { state: 'filling', context: { form: { apiKey: 'k', phoneNumber: 'abc' } } } },
    ]);
  });

  test('changes nothing while a handler works: it shows that', async () => {
    const { host, store } = await opened(positionAt('checking', { context, busy: true }));
    const before = JSON.stringify(store.records);
    expect(await submitView(host, submitted())).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    expect(JSON.stringify(store.records)).toBe(before);
  });

  test('twice, as by a double click, is taken one after the other', async () => {
    const { host, store } = await opened();
    const write = jest.spyOn(store, 'updateByAssociations');
    const first = submitView(host, submitted()).then(() => write.mock.calls.length);
    const second = submitView(host, submitted());
    const written = await first;
    await second;
    expect(written).toBe(write.mock.calls.length / 2);
  });

  test('of somebody who is no administrator any more changes nothing', async () => {
    const { host, store } = await opened();
    const before = store.roundTrips;
    expect(await submitView(host, submitted(person({ roles: ['user'] })))).toMatchObject({ answer: 'update' });
    expect(store.roundTrips).toBe(before);
  });

  test.each([
    ['somebody else opened', { user: person({ id: 'other', roles: ['admin'] }), version: undefined }],
    ['another version of the app opened', { user: person(), version: 99 }],
  ])('that %s is out of date', async (_what, { user, version }) => {
    const { host, store } = await opened(undefined, version);
    const before = JSON.stringify(store.records);
    const answer = await submitView(host, submitted(user));
    expect(answer).toMatchObject({ answer: 'update', view: { id: 'v1' } });
    expect(shownTexts(answer).join()).toMatch(/out of date/);
    expect(JSON.stringify(store.records)).toBe(before);
  });

  test('that nobody knows any more is out of date', async () => {
    expect(shownTexts(await submitView(fakeHost().host, submitted())).join()).toMatch(/out of date/);
  });

  test('that runs into a bug of ours says so and is logged', async () => {
    const { host, log } = await opened();
    jest.spyOn(host.persistence, 'updateByAssociations').mockRejectedValue(new Error('no database'));
    expect(await submitView(host, submitted())).toMatchObject({ answer: 'update' });
    expect(log.join()).toContain('no database');
  });
});
