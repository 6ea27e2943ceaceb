import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, objectOf, wordOf } from '../../json';
import { checkEach } from '../../messages/checks';
import { checkMedia } from '../../messages/checkMedia';
import { componentOf } from '../componentOf';
import { variablesOf } from '../variablesOf';
import { checkCount } from './checkCount';
import { checkNames } from './checkNames';
import { checkTextParameter } from './checkTextParameter';
import type { SendScope } from './SendScope';

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
