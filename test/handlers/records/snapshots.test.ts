import type { Flow, Position, Scene } from '../../../src/flows/Flow';
import { purgeSnapshots, readSnapshot, removeSnapshot, saveSnapshot, SETUP_STAGE } from '../../../src/flows/snapshots';
import { association } from '../../../src/handlers/core/records/association';
import { fakeHost } from '../../support/fakeHost';
import { sceneOf } from '../../support/sceneOf';

const flow: Pick<Flow, 'id' | 'version'> = { id: 'connect', version: 3 };
const position: Position = { state: 'checking', context: { form: { apiKey: undefined } }, busy: true, done: false };
const save = (scene: Scene, where = position) => saveSnapshot(scene, flow as Flow, where);

describe('a stored position', () => {
  test('is read back with its versions, its user and its time', async () => {
    const scene = sceneOf(fakeHost().host, { stage: 'view-1' });
    await save(scene);
    expect(await readSnapshot(scene)).toEqual({
      kind: 'snapshot',
      flow: 'connect',
      stage: 'view-1',
      version: [1, 3],
      userId: scene.user.id,
      savedAt: expect.any(Number),
      position: { ...position, context: { form: {} } },
    });
  });

  test('takes the place of the one before, and is gone when it is removed', async () => {
    const { host, store } = fakeHost();
    const scene = sceneOf(host, { stage: 'view-1' });
    await save(scene);
    await save(scene, { ...position, state: 'storing' });
    expect(store.records).toHaveLength(1);
    expect((await readSnapshot(scene))?.position.state).toBe('storing');
    await removeSnapshot(scene);
    expect(await readSnapshot(scene)).toBeUndefined();
  });

  test('is not found from another view', async () => {
    const { host } = fakeHost();
    await save(sceneOf(host, { stage: 'view-1' }));
    expect(await readSnapshot(sceneOf(host, { stage: 'view-2' }))).toBeUndefined();
  });

  test('of another schema, or of no shape that we know, counts as none', async () => {
    const scene = sceneOf(fakeHost().host, { stage: 'view-1' });
    await save(scene);
    const [stored] = await scene.host.read.getPersistenceReader().readByAssociation(association('snapshots'));
    const file = [association('snapshot', 'view-1'), association('snapshots'), association('journeys', scene.user.id)];
    await scene.host.persistence.updateByAssociations(file, { ...stored, version: [2, 3] });
    expect(await readSnapshot(scene)).toBeUndefined();
    await scene.host.persistence.updateByAssociations(file, { kind: 'snapshot' });
    expect(await readSnapshot(scene)).toBeUndefined();
  });

  test('is forgotten after a day without a step; that of the setup channel stays', async () => {
    const { host, store } = fakeHost();
    await save(sceneOf(host, { stage: 'view-1' }));
    await save(sceneOf(host, { stage: SETUP_STAGE }));
    const day = 24 * 60 * 60 * 1000;
    await purgeSnapshots(host, Date.now() + day - 1_000);
    expect(store.records).toHaveLength(2);
    await purgeSnapshots(host, Date.now() + day + 1_000);
    expect(store.records).toMatchObject([{ stage: SETUP_STAGE }]);
  });
});
