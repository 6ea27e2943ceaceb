import type { Users } from './users/Users';
import type { Rooms } from './rooms/Rooms';
import type { Messages } from './messages/Messages';
import type { Uploads } from './uploads/Uploads';
import type { Settings } from './settings/Settings';
import type { Agents, Contacts, Departments, Inquiries, Visitors } from './livechat/Livechat';
import type { LivechatRooms } from './livechat/LivechatRooms';
import type { Audience, WorkspaceEvents } from './WorkspaceEvents';
import type { UserDocument } from './documents/UserDocument';
import type { ServerTraits } from '../server/serverTraits';
import type { AppEvents } from './AppEvents';

/**
 * Rocket.Chat's own rules on top of the store: everything that REST, the page and the Apps-Engine bridges may do.
 * Refusals are thrown as `WorkspaceError`.
 */
export interface Workspace {
  /** The Rocket.Chat release that is imitated. */
  readonly traits: ServerTraits;
  readonly settings: Settings;
  readonly users: Users;
  readonly rooms: Rooms;
  readonly messages: Messages;
  readonly uploads: Uploads;
  readonly departments: Departments;
  readonly agents: Agents;
  readonly visitors: Visitors;
  readonly contacts: Contacts;
  readonly livechat: LivechatRooms;
  readonly inquiries: Inquiries;
  readonly events: WorkspaceEvents;

  /** Whether this user belongs to an event's audience. */
  mayHear(user: UserDocument, audience: Audience): boolean;

  /** Connects the apps, which get events from now on. Called once, by the engine host. */
  connectApps(apps: AppEvents): void;
}
