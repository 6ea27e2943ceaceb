import type { Choice } from '../../blocks/elements/selectInput';
import type { Host } from '../../handlers/Host';

/** The departments that can take conversations: enabled and with agents. */
export async function departmentChoices(host: Host): Promise<Choice[]> {
  const departments = await host.read.getLivechatReader().getDepartmentsEnabledWithAgents();
  return departments.map(({ id, name }) => ({ value: id, text: name ?? id }));
}
