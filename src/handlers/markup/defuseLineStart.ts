import { invisible } from './invisible';

/** What only Rocket.Chat reads at the beginning of a line: its quote without a blank, rules, tables, tasks. */
const ONLY_HERE = /^(?:>|-{3,}|\*{3,}|\||\[[ x]\] )/i;
const HEADING = /^#{1,6}[ \t]/;

/** Keeps a line that WhatsApp shows as plain text from becoming a heading, a quote, a rule, a table or a task. */
export function defuseLineStart(line: string): string {
  if (HEADING.test(line)) return `\\${line}`;
  return ONLY_HERE.test(line) ? invisible + line : line;
}
