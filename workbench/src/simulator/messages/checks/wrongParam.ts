import type { MetaRefusal } from '../../errors/MetaRefusal';

/** `(#100) Param <path> <what is wrong>` */
export function wrongParam(path: string, problem: string): MetaRefusal {
  return { code: 100, message: `Param ${path} ${problem}` };
}
