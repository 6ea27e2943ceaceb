import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, objectOf, textOf, wordOf } from '../../json';
import { checkMedia } from '../../messages/checkMedia';
import { checkEach, lengthOf } from '../../messages/checks';
import { componentOf, fillVariables, parameterValues, variablesOf } from '../components';
import type { SendScope } from './parameters';
import { checkCount, checkNames, checkTextParameter } from './parameters';

const MEDIA = new Set(['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']);

/** A text header's variable, or the media, location or product that must come with every send. */
export function checkHeader(defined: JsonObject[], sent: JsonObject[], scope: SendScope): MetaRefusal | undefined {
  const header = componentOf(defined, 'HEADER');
  const component = componentOf(sent, 'header');
  const parameters = listOf(component?.parameters);
  const path = `${scope.path}[${component ? sent.indexOf(component) : 0}]['parameters']`;
  const format = wordOf(header?.format ?? 'TEXT');
  if (header && format !== 'TEXT') return checkSpecial(format, parameters, path, scope);
  if (parameters.some(({ type }) => MEDIA.has(String(type).toUpperCase()))) return { code: 132018 };
  const variables = variablesOf(header?.text);
  return (
    checkCount(`${scope.where}header`, parameters.length, variables.length) ??
    checkNames('header', variables, parameters, scope) ??
    checkEach(parameters, (parameter, index) => checkTextParameter(parameter, `${path}[${index}]`))
  );
}

function checkSpecial(
  format: string,
  parameters: JsonObject[],
  path: string,
  { where, context }: SendScope,
): MetaRefusal | undefined {
  const [parameter] = parameters;
  const received = parameter ? String(parameter.type).toUpperCase() : 'UNKNOWN';
  if (!parameter || received !== format || parameters.length !== 1) {
    return { code: 132012, details: `${where}header: Format mismatch, expected ${format}, received ${received}` };
  }
  if (MEDIA.has(format)) {
    const name = format.toLowerCase();
    return checkMedia(parameter[name], `${path}[0]['${name}']`, context, { caption: false });
  }
  const needed = format === 'LOCATION' ? ['latitude', 'longitude'] : ['product_retailer_id'];
  const value = objectOf(parameter[format.toLowerCase()]);
  const absent = needed.find((name) => value[name] === undefined);
  return absent === undefined ? undefined : { code: 131008, details: `${where}header: ${absent} is required` };
}

const AUTHENTICATION_PARAMETER_MAX = 15;

/** The body's variables: their number, their names, their values, and the length of the text they make. */
export function checkBody(defined: JsonObject[], sent: JsonObject[], scope: SendScope): MetaRefusal | undefined {
  const body = componentOf(defined, 'BODY');
  const component = componentOf(sent, 'body');
  const parameters = listOf(component?.parameters);
  const path = `${scope.path}[${component ? sent.indexOf(component) : 0}]['parameters']`;
  // The text of an authentication template is Meta's own; its only variable is the code.
  const variables = scope.authentication && body?.text === undefined ? ['1'] : variablesOf(body?.text);
  const refusal =
    checkCount(`${scope.where}body`, parameters.length, variables.length) ??
    checkNames('body', variables, parameters, scope) ??
    checkEach(parameters, (parameter, index) => checkTextParameter(parameter, `${path}[${index}]`));
  if (refusal) return refusal;
  return scope.authentication ? checkCodes(parameters) : checkFilledLength(textOf(body?.text) ?? '', parameters);
}

function checkCodes(parameters: JsonObject[]): MetaRefusal | undefined {
  const at = parameters.findIndex(
    ({ text }) => typeof text === 'string' && lengthOf(text) > AUTHENTICATION_PARAMETER_MAX,
  );
  if (at < 0) return undefined;
  return { code: 132018, details: `body: Parameter at index ${at} exceeds the parameter length limit 15` };
}

function checkFilledLength(text: string, parameters: JsonObject[]): MetaRefusal | undefined {
  const filled = fillVariables(text, parameterValues(parameters));
  return lengthOf(filled) > 1024 ? { code: 132005, details: 'body: translated text is longer than 1024' } : undefined;
}

/** A limited-time offer with an expiration needs its time on every send. */
export function checkLimitedTimeOffer(defined: JsonObject[], sent: JsonObject[]): MetaRefusal | undefined {
  const offer = objectOf(componentOf(defined, 'LIMITED_TIME_OFFER')?.limited_time_offer);
  if (offer.has_expiration !== true) return undefined;
  const [parameter] = listOf(componentOf(sent, 'limited_time_offer')?.parameters);
  const { expiration_time_ms: time } = objectOf(parameter?.limited_time_offer);
  return Number(time) > 0 ? undefined : { code: 132012, details: 'limited_time_offer: expiration_time_ms is required' };
}
