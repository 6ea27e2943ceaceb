import type { MetaRefusal } from '../../errors/MetaRefusal';
import { isObject } from '../../json/isObject';
import type { JsonObject } from '../../json/JsonObject';
import { checkMedia } from '../checks/checkMedia';
import { checkText } from '../checks/checkText';
import { firstRefusal } from '../checks/firstRefusal';
import { invalid } from '../checks/invalid';
import { missing } from '../checks/missing';
import type { SendContext } from '../SendContext';
import type { InteractiveRules } from './InteractiveRules';

/** Header, body and footer, which all interactive types share. */
export function checkCommonParts(
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
