import type { Choice } from '../../blocks/elements/selectInput';
import type { Host } from '../../handlers/Host';
import { listed } from '../../handlers/listed';

/**
 * The departments that can take conversations: enabled and with agents. None where an admin did not grant the app to see
 * them: the engine then answers nothing at all, and a number can do without.
 */
export async function departmentChoices(host: Host): Promise<Choice[]> {
  const reader = host.read.getLivechatReader();
  const departments = listed(await reader.getDepartmentsEnabledWithAgents());
  return departments.map(({ id, name }) => ({ value: id, text: name ?? id }));
}
