import type { Host } from '../../core/Host';
import { association } from '../../core/records/association';

/** Forgets a warning whose problem is solved. If the problem comes back, the admins are warned again. */
export async function forgetWarning(host: Host, occasion: string): Promise<void> {
  await host.persistence.removeByAssociation(association('warning', occasion));
}
