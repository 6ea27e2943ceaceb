import type { JsonObject } from '../../json';
import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { queueAccountEvent } from '../../webhooks/queueWebhook';

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
