import { flows } from '../../../src/handlers/entry/interactions/flows';
import { submitEvents } from '../../../src/handlers/entry/interactions/submitEvents';
import { numberForm } from '../../support/numberForm';

const typed = { apiKey: { apiKey: 'k' }, welcomeMessage: { welcomeMessage: 'Hello' } };
const form = numberForm({ apiKey: 'k', phoneNumber: '', welcomeMessage: 'Hello' });

test.each([
  ['connect', { type: 'SUBMIT', form }],
  ['edit', { type: 'SUBMIT', form }],
  ['disconnect', { type: 'CONFIRM' }],
])('submitting the view of %s is an event that its machine knows', (flow, event) => {
  expect(submitEvents[flow]?.({ state: typed }, {})).toEqual(event);
  expect(flows[flow]).toBeDefined();
});

test('only journeys that are there are submitted', () => {
  expect(Object.keys(submitEvents).filter((id) => !flows[id])).toEqual([]);
});
