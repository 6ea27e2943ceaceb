import { ownJourney } from '../../../src/handlers/entry/interactions/ownJourney';
import { saveSnapshot } from '../../../src/flows/snapshots';
import { setupFlow } from '../../../src/flows/setupFlow';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';
import { positionAt } from '../../support/plannedFlow';
import { sceneOf } from '../../support/sceneOf';
import { storedJourney } from '../../support/storedJourney';

const position = positionAt('filling');

async function found({
  user = person(),
  version,
  stage = 'v1',
}: { user?: ReturnType<typeof person>; version?: number; stage?: string } = {}) {
  const { host } = fakeHost();
  await storedJourney(host, { id: 'connect', stage: 'v1', position, version });
  await saveSnapshot(sceneOf(host, { stage: 'setup' }), setupFlow, position);
  return ownJourney(sceneOf(host, { stage, user }));
}

test('the journey of one’s own view is found', async () => {
  expect(await found()).toMatchObject({ flow: { id: 'connect' }, position });
});

test('of another version only the journey is known', async () => {
  expect(await found({ version: 99 })).toMatchObject({ flow: { id: 'connect' }, position: undefined });
});

test.each([
  ['somebody else’s view', { user: person({ id: 'other' }) }],
  ['the dialogue of the setup channel', { stage: 'setup' }],
  ['a view that nobody knows', { stage: 'gone' }],
])('nothing is found of %s', async (_what, facts) => {
  expect(await found(facts)).toEqual({});
});
