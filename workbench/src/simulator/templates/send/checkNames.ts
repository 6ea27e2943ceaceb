import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { textOf } from '../../json';
import type { SendScope } from './SendScope';

/** Named templates need `parameter_name` on each parameter, positional ones must not have it. */
export function checkNames(
  part: string,
  variables: string[],
  parameters: JsonObject[],
  { named, where }: SendScope,
): MetaRefusal | undefined {
  const names = parameters.map(({ parameter_name: name }) => textOf(name));
  const wrong = (details: string): MetaRefusal => ({ code: 132012, details: `${where}${part}: ${details}` });
  if (!named) {
    return names.some((name) => name !== undefined)
      ? wrong('Format mismatch, expected positional parameters, received parameter_name')
      : undefined;
  }
  if (names.some((name) => name === undefined)) return wrong('Parameter name is missing or empty');
  const absent = variables.find((variable) => !names.includes(variable));
  return absent === undefined ? undefined : wrong(`Parameter ${absent} is missing`);
}
