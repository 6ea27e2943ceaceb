import { numberForm } from '../../blocks/numberForm';
import type { FieldErrors, NumberForm } from '../../machines/NumberForm';
import type { Scene } from '../Scene';
import type { Screen } from '../Screen';
import { departmentField } from './departmentField';
import { sentencesOf } from './sentencesOf';

/** The form with what was typed, and its errors for under the fields. */
export async function formScreen(
  scene: Scene,
  { form, errors, editing }: { form: NumberForm; errors: FieldErrors; editing: boolean },
): Promise<Screen> {
  const { t, host } = scene;
  const sentences = sentencesOf(errors, t);
  const model = {
    editing,
    form,
    ...(await departmentField(host, form.departmentId)),
    problems: Object.fromEntries(scene.redraws ? sentences : []),
  };
  return {
    kind: 'modal',
    modal: numberForm({ appId: host.app.id, t }, model),
    errors: sentences.length > 0 ? Object.fromEntries(sentences) : undefined,
  };
}
