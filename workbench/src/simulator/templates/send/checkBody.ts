import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, textOf } from '../../json';
import { checkEach, lengthOf } from '../../messages/checks';
import { componentOf } from '../componentOf';
import { fillVariables } from '../fillVariables';
import { parameterValues } from '../parameterValues';
import { variablesOf } from '../variablesOf';
import { checkCount } from './checkCount';
import { checkNames } from './checkNames';
import { checkTextParameter } from './checkTextParameter';
import type { SendScope } from './SendScope';

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
