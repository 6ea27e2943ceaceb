import type { Flow, FlowEvent, Position, Scene } from '../../src/flows/Flow';
import { runFlow } from '../../src/flows/runFlow';
import { removeSnapshot } from '../../src/flows/snapshots';
import type { Host } from '../../src/handlers/core/Host';
import { createTranslator } from '../../src/handlers/core/translator';
import { sceneOf } from './interactions';
import { expectWellDrawn, shownTexts } from './screens';

/** A journey that a test goes step by step, in English, as its views do. */
interface PlayedJourney {
  /** Where it stands. */
  at(): string;
  context(): Record<string, unknown>;
  /** What the person reads there, line by line; the screen is drawn well. */
  reads(): Promise<string[]>;
  /** Does something, and reads what is shown then. */
  does(event: FlowEvent): Promise<string[]>;
}

/** Begins a journey. Each step is a call into the app of its own. */
export async function playJourney(
  flow: Flow,
  host: Host,
  input: unknown,
  facts: Partial<Scene> = {},
): Promise<PlayedJourney> {
  const scene = () => sceneOf({ ...host }, { t: createTranslator('en'), redraws: true, ...facts });
  let position: Position = await runFlow(flow, scene(), flow.start(input));
  const reads = async () => {
    const screen = await flow.draw(position, scene());
    if (screen.kind === 'nothing') return [];
    expectWellDrawn(screen.modal);
    const { title, blocks, submit, close } = screen.modal;
    return shownTexts([title, blocks, submit, close]).flatMap((text) => text.split('\n'));
  };
  return {
    at: () => position.state,
    context: () => position.context as Record<string, unknown>,
    reads,
    does: async (event) => {
      position = await runFlow(flow, scene(), flow.step(position, event));
      if (position.done) await removeSnapshot(scene());
      return reads();
    },
  };
}
