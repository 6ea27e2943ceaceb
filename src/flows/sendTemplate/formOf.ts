import type { SnapshotFrom } from 'xstate';
import type { CachedTemplate } from '../../handlers/records/templates';
import { buildTemplateParts, charactersLeft } from '../../handlers/whatsapp/templateMessage';
import type { FieldValues } from '../../handlers/whatsapp/templateMessage';
import type { Problem } from '../../handlers/errors/Problem';
import type { sendTemplate } from '../../machines/sendTemplate';
import type { Scene } from '../Flow';
import { inputsOf, problemsOf, valuesOf } from './formInputs';
import type { FormInput, RawValues } from './formInputs';
import { templateOf } from './lookup';

export type WizardContext = SnapshotFrom<typeof sendTemplate>['context'];

/** The form of the chosen template with what is given for it. */
export interface TemplateForm {
  template: CachedTemplate;
  inputs: FormInput[];
  raw: RawValues;
  values: FieldValues;
  /** By the ids of the inputs; none where it can be sent. */
  problems: Record<string, Problem>;
}

/** The form of a position; undefined where the template is not known any more. */
export async function formOf(scene: Scene, context: WizardContext): Promise<TemplateForm | undefined> {
  const template = await templateOf(scene.host, context);
  if (!template) {
    return undefined;
  }
  const now = Date.now();
  const inputs = inputsOf(template, scene.t);
  const raw: RawValues = (id) => context.typed[id] ?? context.suggested[id] ?? '';
  const values = valuesOf(inputs, raw, { files: context.files, now });
  const built = buildTemplateParts(template.definition, values, now);
  return { template, inputs, raw, values, problems: built.ok ? {} : problemsOf(inputs, raw, built.problems) };
}

/** How much can still be written into the texts of a template, in words; undefined where nothing is filled in. */
export function spaceLeft({ template, values }: TemplateForm, { t }: Scene): string | undefined {
  const { definition } = template;
  const spaces = (['header', 'body'] as const).flatMap((part) => {
    const text =
      part === 'body' ? definition.body : definition.header?.format === 'text' ? definition.header : undefined;
    const left = charactersLeft(definition, part, values);
    const key = part === 'body' ? 'templates:bodyLeft' : 'templates:headerLeft';
    return left === undefined || !text || text.variables.length === 0 ? [] : [t(key, { number: left })];
  });
  return spaces.length > 0 ? spaces.join(' ') : undefined;
}
