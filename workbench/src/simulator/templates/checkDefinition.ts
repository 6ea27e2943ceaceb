import type { MetaRefusal } from '../errors/metaError';
import type { JsonObject } from '../json';
import { listOf, objectOf, textOf, wordOf } from '../json';
import { checkEach, checkText, firstRefusal, lengthOf, missing, wrongParam } from '../messages/checks';
import { buttonsOf, componentOf, variablesOf } from './components';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

/** A template that somebody wants to create: `{name, language, category, components, parameter_format?}` */
export function checkDefinition(body: JsonObject): MetaRefusal | undefined {
  return firstRefusal(
    () => checkText(body.name, 'name', { max: 512 }),
    () =>
      /^[a-z0-9_]+$/.test(String(body.name))
        ? undefined
        : wrongParam('name', 'can only have lowercase letters, numbers and underscores.'),
    () => checkText(body.language, 'language', { max: 20 }),
    () =>
      /^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(String(body.language))
        ? undefined
        : wrongParam('language', `must be a supported language - got "${String(body.language)}".`),
    () =>
      CATEGORIES.includes(String(body.category).toUpperCase())
        ? undefined
        : wrongParam('category', `must be one of {${CATEGORIES.join(', ')}} - got "${String(body.category)}".`),
    () => (Array.isArray(body.components) ? undefined : missing('components')),
    () => checkParts(listOf(body.components), String(body.category).toUpperCase() === 'AUTHENTICATION'),
  );
}

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];

/** The components of a definition; used for the template and for each card of its carousel. */
function checkParts(components: JsonObject[], isAuthentication: boolean): MetaRefusal | undefined {
  const body = componentOf(components, 'BODY');
  return firstRefusal(
    () => checkHeader(componentOf(components, 'HEADER')),
    () => (body || componentOf(components, 'HEADER') ? undefined : missing('components[BODY]')),
    () => (body && !isAuthentication ? checkBodyText(body) : undefined),
    () => checkFooter(componentOf(components, 'FOOTER')),
    () => checkButtonList(buttonsOf(components)),
    () =>
      checkEach(listOf(componentOf(components, 'CAROUSEL')?.cards), (card) =>
        checkParts(listOf(card.components), false),
      ),
  );
}

function checkHeader(header: JsonObject | undefined): MetaRefusal | undefined {
  if (!header) return undefined;
  const format = wordOf(header.format ?? 'TEXT');
  const wantsExample = MEDIA.includes(format) || variablesOf(header.text).length > 0;
  if (format === 'TEXT') {
    const length = lengthOf(textOf(header.text) ?? '');
    if (length < 1 || length > 60)
      return definitionRefusal(2388040, 'Header too long', 'The header must have 1 to 60 characters.');
    if (variablesOf(header.text).length > 1) {
      return definitionRefusal(2388047, 'Header format is incorrect', 'The header can have only one variable.');
    }
  }
  if (!wantsExample || hasExample(header, 'header')) return undefined;
  return definitionRefusal(2388047, 'Header format is incorrect', 'The header needs an example value.');
}

function checkFooter(footer: JsonObject | undefined): MetaRefusal | undefined {
  if (footer?.text === undefined) return undefined;
  if (lengthOf(textOf(footer.text) ?? '') > 60) {
    return definitionRefusal(2388040, 'Footer too long', 'The footer must have at most 60 characters.');
  }
  if (variablesOf(footer.text).length === 0) return undefined;
  return definitionRefusal(2388073, 'Footer format is incorrect', 'The footer cannot have variables.');
}

/** The body: 1 to 1024 characters, an example for its variables, none of them first or last. */
function checkBodyText(body: JsonObject): MetaRefusal | undefined {
  const text = textOf(body.text) ?? '';
  const length = lengthOf(text);
  if (length < 1 || length > 1024) {
    return definitionRefusal(2388040, 'Body too long', 'The body must have 1 to 1024 characters.');
  }
  const variables = variablesOf(text);
  if (variables.length === 0) return undefined;
  if (/^\s*\{\{|\}\}\s*$/.test(text)) {
    return definitionRefusal(
      2388299,
      'Leading or trailing variables',
      'Variables cannot be at the start or end of the template.',
    );
  }
  if (text.length < variables.length * 6) {
    return definitionRefusal(2388293, 'Too many variables', 'This template has too many variables for its length.');
  }
  if (hasExample(body, 'body')) return undefined;
  return definitionRefusal(2388043, 'Body example is missing', 'Every variable of the body needs an example value.');
}

const wrong = (text: string): MetaRefusal => definitionRefusal(2388072, 'Buttons format is incorrect', text);

/** At most ten buttons, labels of 25, quick replies together, a URL's only variable at its end. */
function checkButtonList(buttons: JsonObject[]): MetaRefusal | undefined {
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

/** True when a component brings example values: `header_handle`, `header_text`, `body_text`, or the named forms. */
function hasExample({ example }: JsonObject, part: 'header' | 'body'): boolean {
  const names = [`${part}_handle`, `${part}_url`, `${part}_text`, `${part}_text_named_params`];
  return names.some((name) => {
    const value = objectOf(example)[name];
    return Array.isArray(value) && value.length > 0;
  });
}

/** Code 100 with a subcode and the words that Meta means for the person. */
export function definitionRefusal(subcode: number, userTitle: string, userMessage: string): MetaRefusal {
  return { code: 100, message: 'Invalid parameter', subcode, userTitle, userMessage };
}
