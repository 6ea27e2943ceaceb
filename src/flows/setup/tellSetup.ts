import { readSnapshot, SETUP_STAGE } from '../../handlers/records/snapshots';
import type { SetupEvent } from '../../machines/setupDialogue';
import { runFlow } from '../runFlow';
import type { Scene } from '../Flow';
import { setupFlow } from './setupFlow';

/** Tells the dialogue of the setup channel what happened, and lets it answer; starts it where there is none. */
export async function tellSetup(scene: Scene, event: SetupEvent): Promise<void> {
  await scene.host.memory.locks.run(SETUP_STAGE, async () => {
    const stage: Scene = { ...scene, stage: SETUP_STAGE };
    const snapshot = await readSnapshot(stage);
    const current = snapshot?.version[1] === setupFlow.version ? snapshot.position : undefined;
    const position = current ?? setupFlow.start(undefined).position;
    await runFlow(setupFlow, stage, setupFlow.step(position, event));
  });
}
