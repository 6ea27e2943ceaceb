import type { JsonObject } from '../../json';
import { objectOf } from '../../json';

/** True when a component brings example values: `header_handle`, `header_text`, `body_text`, or the named forms. */
export function hasExample({ example }: JsonObject, part: 'header' | 'body'): boolean {
  const names = [`${part}_handle`, `${part}_url`, `${part}_text`, `${part}_text_named_params`];
  return names.some((name) => {
    const value = objectOf(example)[name];
    return Array.isArray(value) && value.length > 0;
  });
}
