import { isOwnAddress } from '../pointAtSimulator';
import type { ServerTraits } from '../server/serverTraits';
import { DEFAULT_SERVER, SERVER_TRAITS } from '../server/serverTraits';
import { createId } from '../store/createId';
import type { Store } from '../store/Store';
import type { AppEvents } from './AppEvents';
import { silentApps } from './AppEvents';
import type { UserDocument } from './documents/UserDocument';
import { StoredAgents } from './livechat/StoredAgents';
import { StoredContacts } from './livechat/StoredContacts';
import { StoredDepartments } from './livechat/StoredDepartments';
import { StoredInquiries } from './livechat/StoredInquiries';
import { StoredLivechatRooms } from './livechat/StoredLivechatRooms';
import { StoredVisitors } from './livechat/StoredVisitors';
import { ROCKET_CAT } from './livechat/VisitorInactivityMonitor';
import { StoredMessages } from './messages/StoredMessages';
import { StoredRooms } from './rooms/StoredRooms';
import { StoredSettings } from './settings/Settings';
import { StoredUploads } from './uploads/Uploads';
import { StoredUsers } from './users/Users';
import type { Workspace } from './Workspace';
import type { Audience } from './WorkspaceEvents';
import { WorkspaceEvents } from './WorkspaceEvents';

interface WorkspaceOptions {
  store: Store;
  siteUrl: string;
  traits?: ServerTraits;
}

/**
 * The workspace over this store. A new store gets its first users, departments and settings. `siteUrl` is set at each
 * start, since the port may be another one; an address that somebody has chosen (a tunnel's) stays.
 */
export function openWorkspace({ store, siteUrl, traits = SERVER_TRAITS[DEFAULT_SERVER] }: WorkspaceOptions): Workspace {
  let apps: AppEvents = silentApps;
  const events = new WorkspaceEvents();
  const parts = { store, traits, events, apps: () => apps };

  const settings = new StoredSettings(store);
  const users = new StoredUsers(parts);
  const rooms: StoredRooms = new StoredRooms(parts, users, () => messages);
  const messages: StoredMessages = new StoredMessages(parts, settings, users, rooms);
  const uploads: StoredUploads = new StoredUploads(parts, settings, rooms, messages, () => livechat);
  const departments = new StoredDepartments(store);
  const agents = new StoredAgents(parts, settings, users, departments);
  const visitors = new StoredVisitors(parts, departments);
  const contacts = new StoredContacts(store);
  const inquiries: StoredInquiries = new StoredInquiries(parts, users, agents, departments, () => livechat);
  const livechat: StoredLivechatRooms = new StoredLivechatRooms({
    ...parts,
    settings,
    users,
    messages,
    departments,
    agents,
    contacts,
    inquiries,
  });

  const workspace: Workspace = {
    traits,
    settings,
    users,
    rooms,
    messages,
    uploads,
    departments,
    agents,
    visitors,
    contacts,
    livechat,
    inquiries,
    events,
    mayHear: (user, audience) => mayHear(workspace, user, audience),
    connectApps: (listener) => {
      apps = listener;
    },
  };

  store.transaction(() => {
    settings.addMissing();
    if (settings.string('uniqueID') === '') settings.set('uniqueID', createId());
    const current = settings.string('Site_Url');
    if (current === '' || isOwnAddress(current)) settings.set('Site_Url', siteUrl);
    seedWorkspace(workspace);
    // R83 `server/startup/initialData.ts`: at each start, so that every workspace has it.
    if (!users.find(ROCKET_CAT)) {
      users.create({ _id: ROCKET_CAT, username: ROCKET_CAT, name: 'Rocket.Cat', type: 'bot', roles: ['bot'] });
    }
  });
  return workspace;
}

function mayHear({ rooms, inquiries }: Workspace, user: UserDocument, audience: Audience): boolean {
  if (audience.kind === 'everyone') return true;
  if (audience.kind === 'user') return audience.userId === user._id;
  if (audience.kind === 'queue') return inquiries.mayTake(user, { department: audience.departmentId });
  const room = rooms.find(audience.rid);
  return room !== undefined && rooms.maySee(user, room);
}

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
function seedWorkspace({ users, departments, rooms }: Workspace): void {
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
