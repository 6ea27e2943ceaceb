import type { JsonObject } from '../../json';
import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { queueAccountEvent } from '../../webhooks/queueWebhook';

/** Stores a template's new state and tells the webhooks: `event` is the new status unless named otherwise. */
export function changeTemplate(
  simulator: Simulator,
  template: TemplateRecord,
  change: Partial<TemplateRecord>,
  details: JsonObject = {},
): TemplateRecord {
  const changed = { ...template, ...change, modifiedAt: simulator.clock.now() };
  simulator.store.transaction(() => {
    simulator.store.templates.save(changed);
    templateEvent(simulator, changed, 'message_template_status_update', {
      event: changed.status,
      reason: changed.rejectedReason,
      message_template_category: changed.category,
      ...details,
    });
  });
  return changed;
}

/** Takes a template away and tells the webhooks. */
export function deleteTemplate(simulator: Simulator, template: TemplateRecord): void {
  simulator.store.templates.remove(template.id);
  templateEvent(simulator, template, 'message_template_status_update', { event: 'DELETED', reason: 'NONE' });
}

/** Queues a webhook about a template and tells the page that the list changed. */
export function templateEvent(
  simulator: Simulator,
  template: TemplateRecord,
  field: string,
  details: JsonObject,
): void {
  queueAccountEvent(simulator, template.wabaId, field, {
    message_template_id: Number(template.externalId),
    message_template_name: template.name,
    message_template_language: template.language,
    ...details,
  });
  simulator.bus.emit('state', {});
}
