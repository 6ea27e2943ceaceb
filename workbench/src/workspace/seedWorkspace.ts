import type { Workspace } from './Workspace';

const PEOPLE = [
  { username: 'admin', name: 'Admin', roles: ['user', 'admin'] },
  { username: 'manager', name: 'Manager', roles: ['user', 'livechat-manager'] },
  { username: 'agent1', name: 'Agent One', roles: ['user', 'livechat-agent'] },
  { username: 'agent2', name: 'Agent Two', roles: ['user', 'livechat-agent'] },
];

const DEPARTMENTS = [
  { name: 'Sales', description: 'Questions before buying', agents: ['agent1', 'agent2'] },
  { name: 'Support', description: 'Help after buying', agents: ['agent2'] },
];

/** The first people and departments of a new workspace. A person's password is the user name. */
export function seedWorkspace({ users, departments, rooms }: Workspace): void {
  if (users.list().length > 0) return;
  for (const { username, name, roles } of PEOPLE) {
    const agent = roles.includes('livechat-agent');
    const emails = [{ address: `${username}@example.com`, verified: true }];
    users.create(
      { username, name, roles, emails, language: 'en', ...(agent && { statusLivechat: 'available' }) },
      username,
    );
  }
  for (const { name, description, agents } of DEPARTMENTS) {
    const ids = agents.map((username) => users.findByUsername(username)?._id).filter((id) => id !== undefined);
    departments.save({ name, description }, ids);
  }
  const admin = users.findByUsername('admin');
  const names = PEOPLE.map(({ username }) => username);
  // Every workspace has it. It is made at once, within the transaction; the promise only says so.
  if (admin) void rooms.create(admin, { t: 'c', name: 'general' }, names);
}
