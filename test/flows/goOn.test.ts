import { goOn } from '../../src/flows/runFlow';
import { fakeHost } from '../support/fakeHost';
import { plannedFlow, positionAt } from '../support/plannedFlow';
import { sceneOf } from '../support/sceneOf';

// The time that a person would wait at most goes on ticking otherwise.
beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

const flow = plannedFlow({ steps: { GO: { state: 'gone' } }, handlers: {} });

test('what a person does moves a journey on and is stored', async () => {
  const { host, store } = fakeHost();
  expect(await goOn(flow, sceneOf(host), positionAt('here'), { type: 'GO' })).toEqual(positionAt('gone'));
  expect(store.records).toMatchObject([{ position: { state: 'gone' } }]);
});

test('while a handler works it changes nothing, in the store neither', async () => {
  const { host, store } = fakeHost();
  const busy = positionAt('working', { busy: true });
  expect(await goOn(flow, sceneOf(host), busy, { type: 'GO' })).toBe(busy);
  expect(store.roundTrips).toBe(0);
});
