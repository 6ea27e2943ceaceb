import type { Messages } from '../messages/Messages';
import type { Settings } from '../settings/Settings';
import type { Users } from '../users/Users';
import type { WorkspaceParts } from '../WorkspaceParts';
import type { Agents } from './Agents';
import type { Contacts } from './Contacts';
import type { Departments } from './Departments';
import type { Inquiries } from './Inquiries';

/** The parts of the workspace that conversations work with. */
export interface LivechatParts extends WorkspaceParts {
  settings: Settings;
  users: Users;
  messages: Messages;
  departments: Departments;
  agents: Agents;
  contacts: Contacts;
  inquiries: Inquiries;
}
