import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { textOf } from '../../json';
import { checkEach, lengthOf } from '../../messages/checks';
import { variablesOf } from '../variablesOf';
import { definitionRefusal } from './definitionRefusal';

const wrong = (text: string): MetaRefusal => definitionRefusal(2388072, 'Buttons format is incorrect', text);

/** At most ten buttons, labels of 25, quick replies together, a URL's only variable at its end. */
export function checkButtonList(buttons: JsonObject[]): MetaRefusal | undefined {
  if (buttons.length > 10) return wrong('A template can have at most 10 buttons.');
  const changes = buttons.filter(
    (button, index) => index > 0 && isQuickReply(button) !== isQuickReply(buttons[index - 1]),
  );
  if (changes.length > 1) return wrong('Quick reply buttons and other buttons must be grouped.');
  return checkEach(buttons, checkButton);
}

const isQuickReply = (button: JsonObject | undefined): boolean => button?.type === 'QUICK_REPLY';

function checkButton(button: JsonObject): MetaRefusal | undefined {
  const type = String(button.type).toUpperCase();
  const label = textOf(button.text) ?? '';
  if (type !== 'COPY_CODE' && type !== 'OTP' && (label === '' || lengthOf(label) > 25)) {
    return wrong('A button label must have 1 to 25 characters.');
  }
  if (type === 'PHONE_NUMBER' && !/^\+?\d{5,20}$/.test(textOf(button.phone_number) ?? '')) {
    return wrong('A phone number button needs a phone number of at most 20 characters.');
  }
  return type === 'URL' ? checkUrl(button) : undefined;
}

function checkUrl(button: JsonObject): MetaRefusal | undefined {
  const url = textOf(button.url) ?? '';
  if (!URL.canParse(url) || url.length > 2000)
    return wrong('A URL button needs a valid URL of at most 2000 characters.');
  const variables = variablesOf(url);
  if (variables.length === 0) return undefined;
  if (variables.length > 1 || !url.endsWith('}}')) return wrong('A URL can have one variable, at its end.');
  return Array.isArray(button.example) && button.example.length > 0
    ? undefined
    : wrong('A URL with a variable needs an example.');
}
