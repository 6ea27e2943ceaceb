import type { FaultKind } from '../faults/FaultKind';

/** A kind of fault as a page needs it to draw its form. */
export function shownFaultKind({ id, title, description, params }: FaultKind): Record<string, unknown> {
  return {
    id,
    title,
    description,
    params: Object.entries(params).map(([name, param]) => ({ name, ...param })),
  };
}
