import { avatarRoutes, userRoutes } from './api/userRoutes';
import { chatRoutes } from './api/chatRoutes';
import { commandRoutes } from './api/commandRoutes';
import { historyRoutes } from './api/historyRoutes';
import { roomRoutes } from './api/roomRoutes';
import { sessionRoutes } from './api/sessionRoutes';
import { uploadRoutes } from './api/uploadRoutes';
import { appRoutes, appSettingRoutes } from './apps/appRoutes';
import { endpointRoutes } from './apps/endpointRoutes';
import { interactionRoutes } from './apps/interactionRoutes';
import { eventRoutes } from './api/eventRoutes';
import type { HttpContext, Route } from './Route';
import { agentRoutes, departmentRoutes } from './livechat/departmentRoutes';
import { contactRoutes } from './livechat/contactRoutes';
import { conversationRoutes } from './livechat/conversationRoutes';
import { inquiryRoutes } from './livechat/inquiryRoutes';
import { outboundRoutes } from './livechat/outboundRoutes';
import { visitorRoutes, widgetRoutes } from './livechat/widgetRoutes';
import { adminRoutes, clockRoutes } from './workbench/adminRoutes';
import { infoRoutes } from './workbench/infoRoutes';

/** All endpoints by group. The apps' own endpoints come first, because they get most requests. */
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
  contactRoutes,
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
