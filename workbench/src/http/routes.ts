import { avatarRoutes } from './api/avatarRoutes';
import { chatRoutes } from './api/chatRoutes';
import { commandRoutes } from './api/commandRoutes';
import { historyRoutes } from './api/historyRoutes';
import { roomRoutes } from './api/roomRoutes';
import { sessionRoutes } from './api/sessionRoutes';
import { uploadRoutes } from './api/uploadRoutes';
import { userRoutes } from './api/userRoutes';
import { appRoutes } from './apps/appRoutes';
import { appSettingRoutes } from './apps/appSettingRoutes';
import { endpointRoutes } from './apps/endpointRoutes';
import { interactionRoutes } from './apps/interactionRoutes';
import { eventRoutes } from './events/eventRoutes';
import type { HttpContext } from './HttpContext';
import { agentRoutes } from './livechat/agentRoutes';
import { conversationRoutes } from './livechat/conversationRoutes';
import { departmentRoutes } from './livechat/departmentRoutes';
import { inquiryRoutes } from './livechat/inquiryRoutes';
import { outboundRoutes } from './livechat/outboundRoutes';
import { visitorRoutes } from './livechat/visitorRoutes';
import { widgetRoutes } from './livechat/widgetRoutes';
import type { Route } from './Route';
import { adminRoutes } from './workbench/adminRoutes';
import { clockRoutes } from './workbench/clockRoutes';
import { infoRoutes } from './workbench/infoRoutes';

/** All endpoints, group by group. The apps' own endpoints come first: they carry the load. */
const GROUPS: ((context: HttpContext) => Route[])[] = [
  endpointRoutes,
  interactionRoutes,
  sessionRoutes,
  userRoutes,
  roomRoutes,
  historyRoutes,
  chatRoutes,
  uploadRoutes,
  avatarRoutes,
  commandRoutes,
  conversationRoutes,
  departmentRoutes,
  agentRoutes,
  inquiryRoutes,
  outboundRoutes,
  visitorRoutes,
  widgetRoutes,
  appRoutes,
  appSettingRoutes,
  infoRoutes,
  clockRoutes,
  eventRoutes,
  adminRoutes,
];

/** The table of endpoints. */
export function routes(context: HttpContext): Route[] {
  return GROUPS.flatMap((group) => group(context));
}
