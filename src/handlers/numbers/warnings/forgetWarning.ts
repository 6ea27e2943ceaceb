import type { Host } from '../../core/Host';
import { association } from '../../core/records/association';

/** What was wrong is well again: should it come back, it is told again. */
export async function forgetWarning(host: Host, occasion: string): Promise<void> {
  await host.persistence.removeByAssociation(association('warning', occasion));
}
