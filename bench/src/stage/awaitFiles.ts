import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';

/** A file that breaks the sandbox takes about this long until its card stands in the room. */
const PATIENCE_MS = 300_000;

/** What became of customers' files. */
export interface Landed {
  files: number;
  /** Cards that say why a file could not be fetched. */
  cards: number;
}

/** Waits until so many files, or cards in their place, stand in open conversations. @throws Error when they do not come */
export async function awaitFiles(workbench: TestWorkbench, expected: number): Promise<Landed> {
  const manager = await workbench.as('manager');
  return waitFor(
    async () => {
      const rooms = await manager.conversations(true);
      const messages = (await Promise.all(rooms.map(({ _id }) => manager.messages(_id)))).flat();
      const files = messages.filter(({ file }) => file !== undefined).length;
      const cards = messages.filter(({ blocks }) => (blocks ?? []).length > 0).length;
      return files + cards >= expected && { files, cards };
    },
    { what: `${expected} files`, timeout: PATIENCE_MS },
  );
}
