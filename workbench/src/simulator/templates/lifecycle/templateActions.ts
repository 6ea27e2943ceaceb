import type { JsonObject } from '../../json';
import { textOf, wordOf } from '../../json';
import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { changeTemplate, deleteTemplate, templateEvent } from './changeTemplate';
import { pauseTemplate } from './pauseTemplate';

type Action = (simulator: Simulator, template: TemplateRecord, details: JsonObject) => void;

const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const;

/** Meta's actions on templates, by name. */
export const templateActions: Record<string, Action> = {
  approve: (simulator, template) =>
    void changeTemplate(simulator, template, { status: 'APPROVED', rejectedReason: 'NONE' }),
  reject: (simulator, template, { reason }) =>
    void changeTemplate(simulator, template, {
      status: 'REJECTED',
      rejectedReason: textOf(reason) ?? 'ABUSIVE_CONTENT',
    }),
  pause: (simulator, template) => void pauseTemplate(simulator, template),
  disable: (simulator, template) =>
    void changeTemplate(
      simulator,
      template,
      { status: 'DISABLED', quality: 'RED' },
      { disable_info: { disable_date: String(Math.floor(simulator.clock.now() / 1000)) } },
    ),
  flag: (simulator, template) => void changeTemplate(simulator, template, { quality: 'RED' }, { event: 'FLAGGED' }),
  reinstate: (simulator, template) =>
    void changeTemplate(simulator, template, { status: 'APPROVED' }, { event: 'REINSTATED' }),
  delete: deleteTemplate,
  quality: (simulator, template, { score }) => {
    const quality = QUALITIES.find((name) => name === wordOf(score)) ?? 'YELLOW';
    simulator.store.templates.save({ ...template, quality });
    templateEvent(simulator, template, 'message_template_quality_update', {
      previous_quality_score: template.quality,
      new_quality_score: quality,
    });
  },
  category: (simulator, template, { category }) => {
    const changed = wordOf(category) || 'MARKETING';
    simulator.store.templates.save({ ...template, category: changed });
    templateEvent(simulator, template, 'template_category_update', {
      previous_category: template.category,
      new_category: changed,
    });
  },
};
