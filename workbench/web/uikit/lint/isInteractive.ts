import type { LintBlock } from './LintBlock';

const STILL = new Set(['image', 'icon', 'plain_text', 'mrkdwn']);

/** Whether a person can use an element. */
export function isInteractive({ type }: LintBlock): boolean {
  return !STILL.has(type);
}
