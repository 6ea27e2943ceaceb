import type { TestWorkbench } from './TestWorkbench';
import { waitFor } from './waitFor';

/** Resolves when the app has read the templates of a number that was connected just now. */
export async function templatesRead(workbench: TestWorkbench): Promise<void> {
  await waitFor(
    async () => (await workbench.records()).some(({ data }) => data['kind'] === 'templates' && 'readAt' in data),
    {
      what: 'the templates',
    },
  );
}
