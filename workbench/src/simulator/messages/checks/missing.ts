import type { MetaRefusal } from '../../errors/MetaRefusal';

/** A parameter is not there, e.g. `text['body']`. */
export function missing(path: string): MetaRefusal {
  return { code: 100, message: `The parameter ${path} is required.` };
}
