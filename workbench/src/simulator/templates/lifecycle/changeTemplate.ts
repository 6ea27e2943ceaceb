import type { JsonObject } from '../../json';
import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { templateEvent } from './templateEvent';

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
