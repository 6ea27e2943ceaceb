import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { entryOf, isObject } from '../../json';
import { checkMedia } from '../checkMedia';
import { checkText, firstRefusal, invalid, missing, missingForType, wrongParam } from '../checks';
import type { CheckMessage, SendContext } from '../SendContext';
import { button, list } from './choiceRules';
import type { InteractiveRules } from './InteractiveRules';
import { checkName } from './InteractiveRules';
import { ctaUrl, flow, locationRequest } from './linkRules';
import { carousel, catalogMessage, product, productList } from './productRules';

/** `interactive: {type, header?, body, footer?, action}`; the inner type is not case-sensitive. */
export const interactive: CheckMessage = ({ interactive: value }, context) => {
  if (!isObject(value)) return missingForType('interactive');
  if (typeof value.type !== 'string') return missing("interactive['type']");
  const rules = entryOf(interactiveTypes, value.type.toLowerCase());
  if (!rules) {
    const names = Object.keys(interactiveTypes).map((name) => name.toUpperCase());
    return wrongParam("interactive['type']", `must be one of {${names.join(', ')}} - got "${value.type}".`);
  }
  if (!isObject(value.action)) return missing("interactive['action']");
  return checkCommonParts(value, rules, context) ?? rules.check(value.action, value);
};

/** Types of which no more is checked than the action's name and that it has parameters: payments and calling. */
function named(name: string, needsParameters: boolean): InteractiveRules {
  return {
    headers: ['text', 'image', 'video', 'document'],
    body: 'optional',
    check: (action) =>
      checkName(action, name) ??
      (needsParameters && !isObject(action.parameters) ? missing("interactive['action']['parameters']") : undefined),
  };
}

/** Types of interactive messages that may be sent. */
const interactiveTypes: Record<string, InteractiveRules> = {
  button,
  list,
  cta_url: ctaUrl,
  flow,
  location_request_message: locationRequest,
  product,
  product_list: productList,
  catalog_message: catalogMessage,
  carousel,
  order_details: named('review_and_pay', true),
  order_status: named('review_order', true),
  call_permission_request: named('call_permission_request', false),
  voice_call: named('voice_call', false),
  request_contact_info: named('request_contact_info', false),
};

/** Header, body and footer, which all interactive types share. */
function checkCommonParts(
  { type, header, body, footer }: JsonObject,
  rules: InteractiveRules,
  context: SendContext,
): MetaRefusal | undefined {
  return firstRefusal(
    () => checkHeader(String(type), header, rules, context),
    () => checkBody(body, rules),
    () => {
      if (footer === undefined || footer === null) return undefined;
      return isObject(footer)
        ? checkText(footer.text, "interactive['footer']['text']", { max: 60 })
        : missing("interactive['footer']['text']");
    },
  );
}

function checkHeader(
  type: string,
  header: unknown,
  rules: InteractiveRules,
  context: SendContext,
): MetaRefusal | undefined {
  if (header === undefined || header === null) {
    return rules.headerRequired ? missing("interactive['header']") : undefined;
  }
  const format = isObject(header) && typeof header.type === 'string' ? header.type.toLowerCase() : undefined;
  if (!isObject(header) || format === undefined) return missing("interactive['header']['type']");
  const allowed = rules.headers.find((name) => name === format);
  if (!allowed) return invalid(`Header type ${format} is not supported for interactive messages of type ${type}.`);
  if (allowed === 'text') return checkText(header.text, "interactive['header']['text']", { max: 60 });
  return checkMedia(header[allowed], `interactive['header']['${allowed}']`, context, { caption: false });
}

function checkBody(body: unknown, { body: rule, bodyMax = 1024 }: InteractiveRules): MetaRefusal | undefined {
  const path = "interactive['body']['text']";
  if (body === undefined || body === null) return rule === 'required' ? missing("interactive['body']") : undefined;
  return isObject(body) ? checkText(body.text, path, { max: bodyMax }) : missing(path);
}
