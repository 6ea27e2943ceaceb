import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf } from '../../json';
import { checkEach } from '../../messages/checks';
import { buttonsOf } from '../buttonsOf';
import { buttonRules } from './buttonRules';
import type { SendScope } from './SendScope';

/** Buttons are addressed by their index in the approved template; some must get a parameter with every send. */
export function checkButtons(defined: JsonObject[], sent: JsonObject[], scope: SendScope): MetaRefusal | undefined {
  const buttons = buttonsOf(defined);
  const components = sent.filter(({ type }) => String(type).toLowerCase() === 'button');
  const wrong = (code: number, text: string): MetaRefusal => ({ code, details: `${scope.where}buttons: ${text}` });
  return (
    checkEach(components, ({ index, sub_type: subType }) => {
      const button = buttons[Number(index)];
      if (!button) return wrong(132018, `Button at index ${String(index)} does not exist in the template`);
      const rules = buttonRules[String(button.type).toUpperCase()];
      const fits = rules?.subTypes.includes(String(subType).toLowerCase());
      return fits
        ? undefined
        : wrong(132018, `Button at index ${String(index)} must be of type ${rules?.label ?? '?'}`);
    }) ??
    checkEach(buttons, (button, index) => {
      const rules = buttonRules[String(button.type).toUpperCase()];
      const component = components.find((candidate) => Number(candidate.index) === index);
      const [parameter] = listOf(component?.parameters);
      const name = `Button at index ${index} of type ${rules?.label ?? String(button.type)}`;
      if (!parameter) return rules?.needed(button) ? wrong(131008, `${name} requires a parameter`) : undefined;
      const problem = rules?.problem(parameter, button);
      return problem === undefined ? undefined : wrong(132018, `${name} ${problem}`);
    })
  );
}
