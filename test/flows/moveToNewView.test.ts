import { moveToNewView } from '../../src/flows/runFlow';
import { readSnapshot } from '../../src/flows/snapshots';
import { storedJourney } from '../support/storedJourney';
import { fakeHost } from '../support/fakeHost';
import { plannedFlow, positionAt } from '../support/plannedFlow';
import { sceneOf } from '../support/sceneOf';
import { disconnectFlow } from '../../src/flows/disconnectFlow';

const position = positionAt('confirming', { context: { digits: '551155550100', reason: null } });

test('a journey goes on in another view, and is none of the first one’s any more', async () => {
  const { host } = fakeHost();
  const scene = sceneOf(host, { stage: 'v1' });
  await storedJourney(host, { id: 'disconnect', stage: 'v1', position });
  const { viewId, modal } = await moveToNewView(disconnectFlow, scene, position);
  expect(viewId).not.toBe('v1');
  expect(modal.title).toMatchObject({ text: 'numbers:disconnectTitle' });
  expect(await readSnapshot(scene)).toBeUndefined();
  expect((await readSnapshot({ ...scene, stage: viewId }))?.position).toEqual(position);
});

test('a position without a screen is our bug', async () => {
  const flow = plannedFlow({ steps: {}, handlers: {} });
  await expect(moveToNewView(flow, sceneOf(fakeHost().host), position)).rejects.toThrow('has no screen');
});
