import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';

/** How many files of customers stand in open conversations. */
export async function filesIn(workbench: TestWorkbench): Promise<number> {
  const manager = await workbench.as('manager');
  let files = 0;
  for (const { _id } of await manager.conversations(true)) {
    files += (await manager.messages(_id)).filter(({ file }) => file !== undefined).length;
  }
  return files;
}
