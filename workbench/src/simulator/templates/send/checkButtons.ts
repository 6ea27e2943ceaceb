import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, textOf } from '../../json';
import { checkEach, lengthOf } from '../../messages/checks';
import { buttonsOf, variablesOf } from '../components';
import type { SendScope } from './parameters';

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

interface ButtonRules {
  /** As Meta writes it in its details. */
  label: string;
  subTypes: readonly string[];
  /** Whether every send must bring a parameter. */
  needed(button: JsonObject): boolean;
  /** What is wrong with the parameter that came. */
  problem(parameter: JsonObject, button: JsonObject): string | undefined;
}

const CODE_MAX = 15;
const never = (): boolean => false;
const always = (): boolean => true;
const anything = (): undefined => undefined;
const textMissing = (value: unknown): string | undefined =>
  textOf(value) ? undefined : 'requires a parameter with a value';
const codeProblem = (value: unknown): string | undefined =>
  textMissing(value) ??
  (lengthOf(String(value)) > CODE_MAX ? `exceeds the parameter length limit ${CODE_MAX}` : undefined);

/** Kinds of buttons in an approved template and what a send may bring for them. */
const buttonRules: Record<string, ButtonRules> = {
  QUICK_REPLY: { label: 'QuickReply', subTypes: ['quick_reply'], needed: never, problem: anything },
  URL: {
    label: 'Url',
    subTypes: ['url'],
    needed: (button) => variablesOf(button.url).length > 0,
    problem: ({ text }, button) =>
      variablesOf(button.url).length > 0 ? textMissing(text) : 'does not take a parameter',
  },
  PHONE_NUMBER: { label: 'PhoneNumber', subTypes: [], needed: never, problem: anything },
  COPY_CODE: {
    label: 'CopyCode',
    subTypes: ['copy_code'],
    needed: always,
    problem: ({ coupon_code: code }) => codeProblem(code),
  },
  OTP: { label: 'Url', subTypes: ['url'], needed: always, problem: ({ text }) => codeProblem(text) },
  FLOW: { label: 'Flow', subTypes: ['flow'], needed: never, problem: anything },
  CATALOG: { label: 'Catalog', subTypes: ['catalog'], needed: never, problem: anything },
  MPM: { label: 'Mpm', subTypes: ['mpm'], needed: always, problem: anything },
  SPM: { label: 'Spm', subTypes: ['spm'], needed: never, problem: anything },
  ORDER_DETAILS: { label: 'OrderDetails', subTypes: ['order_details'], needed: always, problem: anything },
  VOICE_CALL: { label: 'VoiceCall', subTypes: ['voice_call'], needed: never, problem: anything },
  REQUEST_CONTACT_INFO: {
    label: 'RequestContactInfo',
    subTypes: ['request_contact_info'],
    needed: never,
    problem: anything,
  },
};
