import type { UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { closeView } from '../../../src/handlers/entry/interactions/closeView';
import { answers } from '../../support/answers';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';
import { positionAt } from '../../support/plannedFlow';
import { storedJourney } from '../../support/storedJourney';

const closing = (id: string, user = person()) =>
  ({
    getInteractionData: () => ({ user, view: { id } }),
    getInteractionResponder: () => answers,
  }) as unknown as UIKitViewCloseInteractionContext;

describe('closing a view', () => {
  test('forgets its journey', async () => {
    const { host, store } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('filling') });
    await storedJourney(host, { id: 'connect', stage: 'v2', position: positionAt('filling') });
    expect(await closeView(host, closing('v1'))).toEqual({ answer: 'success' });
    expect(store.records).toMatchObject([{ stage: 'v2' }]);
  });

  test('does not forget one whose slow work goes on', async () => {
    const { host, store } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('checking', { busy: true }) });
    await closeView(host, closing('v1'));
    expect(store.records).toHaveLength(1);
  });

  test('forgets neither the journey of somebody else nor the dialogue of the setup channel', async () => {
    const { host, store } = fakeHost();
    await storedJourney(host, { id: 'connect', stage: 'v1', position: positionAt('filling') });
    await closeView(host, closing('v1', person({ id: 'other' })));
    expect(store.records).toHaveLength(1);
    await storedJourney(host, { id: 'connect', stage: 'setup', position: positionAt('asking') });
    const setup = store.records.find((record) => Reflect.get(record, 'stage') === 'setup') ?? {};
    Reflect.set(setup, 'flow', 'setup');
    await closeView(host, closing('setup'));
    expect(store.records).toHaveLength(2);
  });

  test('of a journey that nobody knows is no fault', async () => {
    expect(await closeView(fakeHost().host, closing('gone'))).toEqual({ answer: 'success' });
  });
});
