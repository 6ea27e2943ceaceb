import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { changeTemplate } from './changeTemplate';

const HOUR_MS = 3_600_000;
const STEPS = [
  { title: 'FIRST_PAUSE', hours: 3 },
  { title: 'SECOND_PAUSE', hours: 6 },
];

/** Low quality: paused for 3 hours, the next time for 6, the third time disabled for good. */
export function pauseTemplate(simulator: Simulator, template: TemplateRecord): TemplateRecord {
  const step = STEPS[template.pauses];
  const pauses = template.pauses + 1;
  if (!step) {
    return changeTemplate(
      simulator,
      template,
      { status: 'DISABLED', quality: 'RED', pauses },
      { other_info: { title: 'DISABLED', description: 'Your WhatsApp message template has been disabled.' } },
    );
  }
  const until = simulator.clock.now() + step.hours * HOUR_MS;
  const description = `Your WhatsApp message template has been paused for ${step.hours} hours until ${new Date(until).toUTCString()} because it had issues.`;
  simulator.jobs.add('template-unpause', until, { id: template.id, pauses });
  return changeTemplate(
    simulator,
    template,
    { status: 'PAUSED', quality: 'RED', pauses },
    { other_info: { title: step.title, description } },
  );
}

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
