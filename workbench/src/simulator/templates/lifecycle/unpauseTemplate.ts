import type { Simulator } from '../../Simulator';
import { changeTemplate } from './changeTemplate';

/** Ends the pause that was the `pauses`-th, unless something else happened to the template meanwhile. */
export function unpauseTemplate(simulator: Simulator, { id, pauses }: { id: string; pauses: number }): void {
  const template = simulator.store.templates.byId(id);
  if (template?.status !== 'PAUSED' || template.pauses !== pauses) return;
  changeTemplate(
    simulator,
    template,
    { status: 'APPROVED' },
    { other_info: { title: 'UNPAUSE', description: 'Your WhatsApp message template has been unpaused.' } },
  );
}
