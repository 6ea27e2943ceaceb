import type { TemplateRow } from './templates';

/** What each state is called, in the order of the list; several of WhatsApp's mean the same to people. */
const labels: readonly (readonly [label: string, states: readonly string[]])[] = [
  ['doctor:templatesApproved', ['APPROVED', 'ACTIVE']],
  ['doctor:templatesInReview', ['PENDING', 'IN_APPEAL', 'SUBMITTED', 'CREATED']],
  ['doctor:templatesRejected', ['REJECTED']],
  ['doctor:templatesPaused', ['PAUSED', 'FLAGGED']],
  ['doctor:templatesDisabled', ['DISABLED', 'LOCKED', 'ARCHIVED', 'LIMIT_EXCEEDED']],
];

/** How many templates stand in which state, by the keys of the states' names; states that none is in are left out. */
export function countStates(templates: readonly Pick<TemplateRow, 'status'>[]): [label: string, count: number][] {
  const known = labels.map(([label, states]): [string, number] => [
    label,
    templates.filter(({ status }) => states.includes(status)).length,
  ]);
  const rest = templates.length - known.reduce((sum, [, count]) => sum + count, 0);
  const counts: [string, number][] = [...known, ['doctor:templatesOther', rest]];
  return counts.filter(([, count]) => count > 0);
}
