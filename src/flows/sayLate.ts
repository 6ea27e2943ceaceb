import { lateNotice } from '../blocks/lateNotice';
import { sayInSetupRoom } from './sayInSetupRoom';
import type { Scene } from './Scene';

/** The setup channel hears what slow work of a view came to, with a button that goes on. */
export async function sayLate(scene: Scene, text: string): Promise<void> {
  await sayInSetupRoom(scene, (drawing) => ({
    text,
    blocks: lateNotice(drawing, { text, viewId: scene.stage }),
  }));
}
