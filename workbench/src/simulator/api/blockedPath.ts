import { accessError } from '../errors/metaError';
import type { Simulator } from '../Simulator';
import type { Answer } from './Answer';

/** 403 for a path that 360dialog does not offer. */
export function blockedPath({ switches }: Simulator, path: string): Answer {
  const text = `This URL ${path} is blocked. More info: https://docs.360dialog.com`;
  return accessError(403, text, switches.current().authErrorShape);
}
