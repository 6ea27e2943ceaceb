import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';
import type { TestWorkbench } from './TestWorkbench';

/** Does something while a user has these roles and no others. The workbench has to be durable. */
export async function withRoles(
  workbench: TestWorkbench,
  username: string,
  roles: string[],
  act: () => Promise<unknown>,
): Promise<void> {
  const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
  const user = store.users.first('username = ?', username);
  if (!user) throw new Error(`there is no ${username}`);
  try {
    store.users.put({ ...user, roles });
    await act();
  } finally {
    store.users.put(user);
    store.close();
  }
}
