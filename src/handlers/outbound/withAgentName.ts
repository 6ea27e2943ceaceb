import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AppSettings } from '../settings/AppSettings';

/** Puts the agent before their text, as the setting asks: `[Maria] - Hello`. Bots speak for the company, without a name. */
export function withAgentName(text: string, sender: IUser, shown: AppSettings['agentsDisplayInfo']): string {
  const names: Record<AppSettings['agentsDisplayInfo'], string> = {
    none: '',
    name: sender.name,
    username: sender.username,
  };
  const name = sender.type === 'user' ? names[shown] : '';
  return name ? `[${name}] - ${text}` : text;
}
