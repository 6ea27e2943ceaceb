import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { templateEvent } from './templateEvent';

/** Takes a template away and tells the webhooks. */
export function deleteTemplate(simulator: Simulator, template: TemplateRecord): void {
  simulator.store.templates.remove(template.id);
  templateEvent(simulator, template, 'message_template_status_update', { event: 'DELETED', reason: 'NONE' });
}
