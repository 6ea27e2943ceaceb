import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AppSettings } from '../settings/settingSchemas';

/** What WhatsApp reads only at the beginning of a line: a quote, a list, a block of code. */
const BLOCK = /^(?:> |[*-] |\d{1,9}\. |```)/;

/**
 * Puts the agent before their text, as the setting asks: `[Maria] - Hello`, and on a line of its own before a quote, a
 * list or code. Bots speak for the company, without a name; many are ordinary users with the role of a bot.
 *
 * @param text as WhatsApp gets it
 */
export function withAgentName(text: string, sender: IUser, shown: AppSettings['agentsDisplayInfo']): string {
  const names: Record<AppSettings['agentsDisplayInfo'], string> = {
    none: '',
    name: sender.name,
    username: sender.username,
  };
  const isPerson = sender.type === 'user' && !sender.roles.includes('bot');
  const name = isPerson ? names[shown] : '';
  if (!name) {
    return text;
  }
  return BLOCK.test(text) ? `[${name}]\n${text}` : `[${name}] - ${text}`;
}
